# Audits PATHS with ARGUMENTS (one a line each) and FAIL_ON; writes the SARIF file, the job's summary, and where the file is.
# Ends with auditor's exit code.
set -u
sarif="${RUNNER_TEMP:-/tmp}/auditor.sarif"
mapfile -t paths < <(printf '%s\n' "$PATHS" | sed '/^[[:space:]]*$/d')
mapfile -t arguments < <(printf '%s\n' "$ARGUMENTS" | sed '/^[[:space:]]*$/d')
[ -n "$FAIL_ON" ] && arguments+=("--fail-on=$FAIL_ON")

auditor check "${arguments[@]}" --format sarif --output "$sarif" -- "${paths[@]}"
code=$?
if [ "$code" -ne 2 ]; then
  echo "sarif=$sarif" >> "$GITHUB_OUTPUT"
  auditor check "${arguments[@]}" --format markdown --output "$GITHUB_STEP_SUMMARY" -- "${paths[@]}" 2> /dev/null
fi
exit "$code"
