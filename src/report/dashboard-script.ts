/** The script of the page with text. It makes elements and sets their text, never HTML, so that no review can bring code into the page. */
export const DASHBOARD_SCRIPT = `
'use strict';
(function () {
  var PAGE = 50;
  var byId = function (id) { return document.getElementById(id); };
  var data = JSON.parse(byId('data').textContent);
  var names = ['agency', 'action', 'measure', 'deadline', 'method', 'cliche'];
  var lower = data.rows.map(function (row) { return (row[8] + ' ' + data.files[row[0]][1]).toLowerCase(); });
  var controls = ['find', 'type', 'year', 'tier', 'lack', 'other'].map(byId);
  var found = [];
  var shown = 0;

  function value(control) { return control ? control.value : ''; }

  function filter() {
    var words = value(controls[0]).toLowerCase().split(/\\s+/).filter(Boolean);
    var type = value(controls[1]), year = value(controls[2]), tier = value(controls[3]), lack = value(controls[4]), other = value(controls[5]);
    found = [];
    for (var at = 0; at < data.rows.length; at += 1) {
      var row = data.rows[at];
      if (type !== '' && row[1] !== Number(type)) continue;
      if (year !== '' && row[2] !== Number(year)) continue;
      if (tier !== '' && row[5] !== Number(tier)) continue;
      if (lack !== '' && row[6].charAt(Number(lack)) !== '0') continue;
      if (other !== '' && (row[7] & Number(other)) === 0) continue;
      if (!words.every(function (word) { return lower[at].indexOf(word) !== -1; })) continue;
      found.push(at);
    }
    shown = 0;
    byId('list').replaceChildren();
    byId('found').textContent = found.length + ' of ' + data.rows.length + ' recommendations';
    more();
  }

  function more() {
    var list = document.createDocumentFragment();
    found.slice(shown, shown + PAGE).forEach(function (at) { list.appendChild(item(data.rows[at])); });
    shown = Math.min(found.length, shown + PAGE);
    byId('list').appendChild(list);
    byId('more').hidden = shown >= found.length;
  }

  function element(name, className, text) {
    var made = document.createElement(name);
    made.className = className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function item(row) {
    var made = document.createElement('li');
    var file = data.files[row[0]];
    var where = [file[0], file[1], data.types[row[1]], data.years[row[2]], row[3], row[4] === null ? '' : 'p. ' + row[4], data.tiers[row[5]]];
    made.appendChild(element('p', 'where', where.filter(Boolean).join(' · ')));
    made.appendChild(said(row[8], row[9]));
    return made;
  }

  function said(text, marks) {
    var made = element('p', 'said');
    var at = 0;
    for (var index = 0; index + 2 < marks.length; index += 3) {
      var start = marks[index], end = marks[index + 1], kind = marks[index + 2];
      if (start < at) continue;
      made.appendChild(document.createTextNode(text.slice(at, start)));
      made.appendChild(element('span', 'tag tag-' + names[kind], data.marks[kind]));
      made.appendChild(element('span', 'm m-' + names[kind] + ' d0', text.slice(start, end)));
      at = end;
    }
    made.appendChild(document.createTextNode(text.slice(at)));
    return made;
  }

  controls.forEach(function (control) { if (control) control.addEventListener('input', filter); });
  byId('tools').addEventListener('submit', function (event) { event.preventDefault(); });
  byId('more').addEventListener('click', more);
  filter();
})();
`;
