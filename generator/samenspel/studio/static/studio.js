// What the studio does in the browser beside links and forms.
const lines = document.getElementById("lines");
lines?.addEventListener("change", () => {
  document.querySelector(".pages").classList.toggle("lines", lines.checked);
});
