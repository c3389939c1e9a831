# Ends the servers that start.sh started, by their process ids.
for file in pg/postmaster.pid run/my.pid run/re.pid run/re2.pid; do
  [ -f "$file" ] && kill "$(head -n 1 "$file")"
done
exit 0
