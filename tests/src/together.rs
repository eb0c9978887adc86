//! Many at once, truly: each on a thread of its own.

use std::future::Future;
use std::sync::Barrier;

/// A runtime like the program's, with as few threads as a small machine has.
pub fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

/// Does `work` `count` times at once and returns what came of each, in order.
///
/// All wait for each other before the first step. Commands need not be able to change threads, so
/// each has its own; what waits for the store waits on the runtime of the test.
pub fn in_parallel<T, F>(count: usize, work: impl Fn(usize) -> F + Sync) -> Vec<T>
where
    T: Send,
    F: Future<Output = T>,
{
    let runtime = tokio::runtime::Handle::current();
    let gate = Barrier::new(count);
    tokio::task::block_in_place(|| {
        std::thread::scope(|scope| {
            let (work, gate, runtime) = (&work, &gate, &runtime);
            let begin = |number| {
                scope.spawn(move || {
                    gate.wait();
                    runtime.block_on(work(number))
                })
            };
            let threads: Vec<_> = (0..count).map(begin).collect();
            threads.into_iter().map(|thread| thread.join().unwrap()).collect()
        })
    })
}
