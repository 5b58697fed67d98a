#!/bin/bash
# Shares of {name}, for AWS Batch: bash and the name of this file. The job definition's image holds leadersim, and mounts {root} (EFS, say).
# An array has 2 to 10,000 members. Each resumes when Batch tries it again.
aws batch submit-job --job-name {job} --job-queue "${1:?usage: QUEUE DEFINITION}" --job-definition "${2:?usage: QUEUE DEFINITION}" \
  --array-properties size={shares} --retry-strategy attempts=10 \
  --container-overrides {overrides}
