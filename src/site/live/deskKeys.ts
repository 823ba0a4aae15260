/**
 * Keyboard shortcuts of the desk: a key activates the element with it in data-key, also before the page has loaded. Ignored while typing; a
 * form is submitted once, and not when offline; a file that is too large is not sent.
 */
export const KEYS_SCRIPT = `(function (d) {
  var early = null, sent = false;
  function bearer(key) { return d.querySelector('[data-key="' + CSS.escape(key) + '"]'); }
  function act(found) {
    if (found.localName === "details") {
      found.open = !found.open;
      var field = found.querySelector("textarea");
      if (found.open && field) field.focus();
    }
    // What stands in a field is what it is to be corrected from: typing replaces it.
    else if (found.localName === "input") { found.focus(); found.select(); }
    else found.click();
  }
  d.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    var at = event.target;
    if (at instanceof Element && at.closest("input, textarea, select")) {
      if (event.key === "Escape") at.blur();
      return;
    }
    var found = bearer(event.key);
    if (found) { event.preventDefault(); act(found); }
    else if (d.readyState === "loading") early = event.key;
  });
  function say(sentence) {
    var flash = d.getElementById("flash") || d.createElement("p");
    flash.id = "flash";
    flash.className = "desk-flash";
    flash.setAttribute("role", "status");
    d.querySelector("h1").after(flash);
    flash.textContent = sentence;
    flash.scrollIntoView({ block: "nearest" });
  }
  d.addEventListener("submit", function (event) {
    if (sent || !navigator.onLine) event.preventDefault();
    if (!navigator.onLine) say("There is no network, so nothing was sent. What you typed stays here: send it again when the network is back.");
    else sent = true;
  });
  d.addEventListener("change", function (event) {
    var most = event.target.dataset.most, file = most && event.target.files[0];
    if (most) event.target.setCustomValidity(file && file.size > most ? event.target.dataset.tooLarge : "");
    if (most) event.target.reportValidity();
  });
  addEventListener("pageshow", function () { sent = false; });
  d.addEventListener("DOMContentLoaded", function () {
    // A long document is shown from where the figure was read.
    var span = d.getElementById("span"), around = span && span.closest("[role=region]");
    if (around) around.scrollTop = span.offsetTop - around.offsetTop - around.clientHeight / 3;
    var found = early !== null && bearer(early);
    if (found) act(found);
  });
})(document)`;
