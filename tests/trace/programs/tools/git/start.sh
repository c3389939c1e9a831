# A repository with one file on two branches that differ.
rm -rf work && mkdir work && cd work || exit 1
export GIT_AUTHOR_NAME=shop GIT_AUTHOR_EMAIL=shop@shop.test GIT_COMMITTER_NAME=shop GIT_COMMITTER_EMAIL=shop@shop.test
git init -q -b main .
echo 'total = 1' > cart.txt && git add cart.txt && git commit -qm 'Add the cart'
git switch -q -c tax && echo 'total = 2' > cart.txt && git commit -qam 'Add the tax'
git switch -q main && echo 'total = 3' > cart.txt && git commit -qam 'Add the shipping'
