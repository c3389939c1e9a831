import chalk from 'chalky';

console.log(chalk.red('hello'));
