//! What every member may do here. Nobody may more than another; an allied person may less.

membership::powers! {
}
