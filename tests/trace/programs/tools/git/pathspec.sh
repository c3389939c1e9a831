. ./start.sh
git checkout stock
