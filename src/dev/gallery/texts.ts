/** Texts as readers paste them, for the gallery. */
export const texts = {
  lost: `Traceback (most recent call last):
  File "/srv/shop/.venv/lib/python3.11/site-packages/billiard/pool.py", line 1265, in mark_as_worker_lost
    raise WorkerLostError(
  File "/srv/shop/.venv/lib/python3.11/site-packages/billiard/pool.py", line 1301, in on_job_lost
    self.mark_as_worker_lost(job, exitcode)
  File "/srv/shop/app/tasks.py", line 12, in resize
    return render(image)
billiard.exceptions.WorkerLostError: Worker exited prematurely: signal 9 (SIGKILL) Job: 7.`,
  price: `Traceback (most recent call last):
  File "/srv/shop/app/prices.py", line 4, in total
    raise PriceError(amount)
shop.PriceError: -1 is not a price`,
  key: `Traceback (most recent call last):
  File "/srv/shop/app/report.py", line 7, in rows
    return table[key]
KeyError: 'total'`,
  quiet: 'server started\nlistening on port 80',
};
