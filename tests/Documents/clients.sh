# Reads the runs of an experiment by the clients of R and Python: every column has the type that columns.json names, also one in which all values are
# missing; and where R's arrow or Python's pyarrow is installed, the values from Parquet are those from text, bit for bit. pages.sh reads this file, and
# has the work folder, check, code and the program on the path. Debian 12 has neither arrow nor pyarrow; later versions of Debian may.
mkdir -p "$work/clients"
cd "$work/clients" || exit 1
cp "$root"/clients/leadersim.* "$root/experiments/smoke.yaml" .
rm -f "$work"/{python,r}.{code,out}
cat >same.r <<'R'
r
source("leadersim.R")
folder <- ls_run("smoke.yaml")
classes <- c(integer = "integer", number = "numeric", boolean = "logical")
check <- function(frame) for (column in ls_columns(folder)) {
  class <- if (column[["type"]] %in% names(classes)) classes[[column[["type"]]]] else "character"
  if (class(frame[[column[["name"]]]]) != class) stop(column[["name"]], " is ", class(frame[[column[["name"]]]]), " in the place of ", class)
}
arrow <- requireNamespace("arrow", quietly = TRUE)
runs <- ls_read(folder)
check(runs)
requireNamespace <- function(...) FALSE
text <- ls_read(folder)
check(text)
stopifnot(nrow(runs) == 40, anyNA(runs), identical(runs, text))
cat(if (arrow) "Parquet and text agree" else "no arrow", "\n")
R
cat >same.py <<'P'
python
import pandas as pd
import leadersim

folder = leadersim.run("smoke.yaml")
runs = leadersim.read(folder)
try:
    import pyarrow
except ImportError:
    pyarrow = None


def missing(*_):
    raise ImportError


pd.read_parquet = missing
text = leadersim.read(folder)
pd.testing.assert_frame_equal(runs, text, check_exact=True)
kinds = text.dtypes.astype(str)
assert set(kinds) == {"Int64", "float64", "boolean", "string"}, set(kinds)
assert len(runs) == 40 and runs.isna().any().any() and text.attrs == runs.attrs
print("Parquet and text agree" if pyarrow else "no pyarrow")
P
for language in r python; do
  rm -f "$work/skip" "$work/out"
  code "the client" "$language" same.${language/python/py}
  [ -f "$work/skip" ] || ! grep -q '^no ' "$work/out" || { skipped=$((skipped + 1)); echo "skipped: Parquet by the client of $language: $(cat "$work/out")"; }
done
