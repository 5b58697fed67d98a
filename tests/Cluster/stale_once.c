/* To be preloaded: the first attempt of a process to open the file that STALE_FILE names ends with the error STALE_ERROR, on whichever thread. strace can
   refuse the first attempt of each thread alone. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static atomic_int refused;

static int is_refused(const char *path) {
  const char *file = getenv("STALE_FILE"), *error = getenv("STALE_ERROR");
  if (!file || !error || strcmp(path, file) != 0 || atomic_exchange(&refused, 1)) return 0;
  (void)!write(2, "refused once\n", 13);
  errno = atoi(error);
  return 1;
}

#define MODE int mode = 0; if (flags & O_CREAT) { va_list more; va_start(more, flags); mode = va_arg(more, int); va_end(more); }

int open(const char *path, int flags, ...) { MODE return is_refused(path) ? -1 : ((int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open"))(path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE return is_refused(path) ? -1 : ((int (*)(const char *, int, ...))dlsym(RTLD_NEXT, "open64"))(path, flags, mode); }
