#!/usr/bin/env bash
# Programs that some tests run for real: a browser (reports, web pages), a database server (the ledger) and a
# spreadsheet program (XLSX). Installs what is missing on a Debian machine when run as root; says what is missing otherwise:
# those tests are then skipped, except in continuous integration, where a missing program is a failure.
set -euo pipefail

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v soffice >/dev/null || missing+=(libreoffice-calc)
compgen -G "/usr/lib/postgresql/*/bin/initdb" >/dev/null || command -v initdb >/dev/null || missing+=(postgresql)
# A page without any font on the machine shows boxes only.
[ -d /usr/share/fonts/truetype ] || missing+=(fonts-dejavu-core)

[ ${#missing[@]} -gt 0 ] || exit 0
if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "not installed: ${missing[*]}; the tests that need them are skipped" >&2
    exit 0
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
