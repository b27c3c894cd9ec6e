// The page certificate.html.
import { dataOf, one } from "../dom.js";
import { startCertificate } from "../parts/certificate.js";
import { startNotice } from "../parts/notice.js";
import { paintRows } from "../parts/rows.js";
import { openSession } from "../session.js";

openSession(document.body.dataset.course).then(session => {
  startNotice(session);
  startCertificate(session, dataOf(one("#_outline")));
  paintRows(session, []);
});
