const worker = new Worker('worker.js');
worker.onmessage = ({ data }) => report(data);
