/* To be preloaded: counts the calls by which a process changes files, all threads together, and kills the process at the one that KILL_AT names. A write
   is torn in half first. With KILL_COUNT, the file that it names receives a byte for each call. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long calls;

static int is_last(void) {
  const char *count = getenv("KILL_COUNT"), *at = getenv("KILL_AT");
  long call = atomic_fetch_add(&calls, 1) + 1;
  if (count) {
    int file = syscall(SYS_openat, AT_FDCWD, count, O_WRONLY | O_APPEND | O_CREAT, 0644);
    syscall(SYS_write, file, ".", 1);
    syscall(SYS_close, file);
  }
  return at && call == atol(at);
}

static void die(void) { kill(getpid(), SIGKILL); pause(); }

static int is_file(int file) {
  struct stat status;
  return file > 2 && fstat(file, &status) == 0 && S_ISREG(status.st_mode);
}

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int rename(const char *from, const char *to) { if (is_last()) die(); return NEXT(rename)(from, to); }
int unlink(const char *path) { if (is_last()) die(); return NEXT(unlink)(path); }
int mkdir(const char *path, mode_t mode) { if (is_last()) die(); return NEXT(mkdir)(path, mode); }
int rmdir(const char *path) { if (is_last()) die(); return NEXT(rmdir)(path); }
int fsync(int file) { if (is_last()) die(); return NEXT(fsync)(file); }
int ftruncate(int file, off_t length) { if (is_file(file) && is_last()) die(); return NEXT(ftruncate)(file, length); }

int ftruncate64(int file, off64_t length) { if (is_file(file) && is_last()) die(); return NEXT(ftruncate64)(file, length); }

ssize_t write(int file, const void *bytes, size_t count) {
  if (is_file(file) && is_last()) { NEXT(write)(file, bytes, count / 2); die(); }
  return NEXT(write)(file, bytes, count);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t at) {
  if (is_file(file) && is_last()) { NEXT(pwrite)(file, bytes, count / 2, at); die(); }
  return NEXT(pwrite)(file, bytes, count, at);
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t at) {
  if (is_file(file) && is_last()) { NEXT(pwrite64)(file, bytes, count / 2, at); die(); }
  return NEXT(pwrite64)(file, bytes, count, at);
}

ssize_t pwritev(int file, const struct iovec *parts, int count, off_t at) {
  if (is_file(file) && is_last()) die();
  return NEXT(pwritev)(file, parts, count, at);
}

ssize_t pwritev64(int file, const struct iovec *parts, int count, off64_t at) {
  if (is_file(file) && is_last()) die();
  return NEXT(pwritev64)(file, parts, count, at);
}
