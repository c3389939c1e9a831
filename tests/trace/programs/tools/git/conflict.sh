. ./start.sh
git merge tax
