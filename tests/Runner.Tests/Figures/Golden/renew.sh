#!/usr/bin/env bash
# Writes the small pictures that the gallery's figures are compared with again. Look at what changed before you commit it: git diff --stat -- '*.png'
set -euo pipefail
cd "$(dirname "$0")/../../../.."
rm -f tests/Runner.Tests/Figures/Golden/*.png
LEADERSIM_RENEW_GOLDEN=1 dotnet test tests/Runner.Tests -c Release --filter FullyQualifiedName~GalleryTests
