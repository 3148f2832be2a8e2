# Sourced by the scripts of this folder: finds what Edgeglass needs and fetches what is missing.
# With everything in place it asks no network and takes a fraction of a second.
#
# Sets EDGEGLASS_CHECKOUT (the project's folder) and defines
#   system_packages PART...   build, window, display: from the operating system
#   jdk_set_up                exports EDGEGLASS_JDK
#   nats_set_up needed|wanted exports EDGEGLASS_NATS_SERVER
#   nats_set_up_tests         that and EDGEGLASS_NATS_SERVER_2_10
#   maven_command_set, app_command_set the arrays that run Maven and the window
#   app_build, bench_build, virtual_display_start, in_display
# shellcheck shell=bash

set -euo pipefail

EDGEGLASS_CHECKOUT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
export EDGEGLASS_CHECKOUT

for edgeglass_part in common debian system jdk nats display app; do
  # shellcheck source=/dev/null
  . "$EDGEGLASS_CHECKOUT/packaging/lib/$edgeglass_part.sh"
done
unset edgeglass_part
