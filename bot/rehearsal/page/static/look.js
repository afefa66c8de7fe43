// How the page looks, set before anything is drawn: Étoile's own or like Discord; dark, light, or as the system.

const LOOKS = ["etoile", "discord"];
const SCHEMES = ["auto", "dark", "light"];
const system = matchMedia("(prefers-color-scheme: light)");

window.etoileLook = {
  looks: LOOKS,
  schemes: SCHEMES,
  look: localStorage.getItem("look") ?? "etoile",
  scheme: localStorage.getItem("scheme") ?? "auto",
  set(name, value) {
    this[name] = value;
    localStorage.setItem(name, value);
    this.show();
  },
  show() {
    const { dataset } = document.documentElement;
    dataset.look = this.look;
    dataset.scheme = this.scheme === "auto" ? (system.matches ? "light" : "dark") : this.scheme;
  },
};
window.etoileLook.show();
system.addEventListener("change", () => window.etoileLook.show());
