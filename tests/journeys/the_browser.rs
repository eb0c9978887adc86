//! The tools of these stories do what they say.

use crate::{USUAL, tell};

#[test]
fn scripts_are_off_and_the_program_answers() {
    tell("the browser", USUAL, &[], async |scene| {
        let odile = scene.somebody("Odile").await;
        odile
            .visit_blindly("data:text/html,<p id=p>off</p><noscript>none</noscript><script>p.textContent='on'</script>")
            .await;
        let text = odile.text().await;
        assert!(text.contains("off") && text.contains("none"), "{text}");
        odile.visit("/").await;
        odile.reads("front-title").await;
        odile.visit("/look").await;
        odile.visit_expecting("/nowhere", 404).await;
        odile.reads("error-not-found-title").await;
        odile.close().await;
    });
}
