#![no_main]

libfuzzer_sys::fuzz_target!(
    init: {
        // Handing work to another thread takes longer than the work.
        let threads = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread();
        threads.build_global().expect("nobody has begun to work");
    },
    |data: &[u8]| rolebook_fuzz::published(data)
);
