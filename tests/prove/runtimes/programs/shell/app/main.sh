git init --quiet -b main shop && cd shop
git config user.name Shop && git config user.email shop@example.com
echo 1 > price && git add price && git commit --quiet -m 'Add a price' && git log -1 --format=%H
git push origin main
printf 'all:\n\tfalse\n' > Makefile && make
echo '{ "name": "shop" }' > package.json && npm run prices
pip install --no-index shop-prices
pirce
kill -SEGV $BASHPID
