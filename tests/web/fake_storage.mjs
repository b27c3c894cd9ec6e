// A stand-in for localStorage, shared by several windows.
export class FakeStorage {
  constructor(room = Infinity) {
    this.map = new Map();
    this.room = room;
  }
  get length() {
    return this.map.size;
  }
  key(at) {
    return [...this.map.keys()][at] ?? null;
  }
  getItem(key) {
    return this.map.get(key) ?? null;
  }
  setItem(key, text) {
    if (key.length + text.length > this.room) throw new Error("QuotaExceededError");
    this.map.set(key, text);
  }
  removeItem(key) {
    this.map.delete(key);
  }
}
