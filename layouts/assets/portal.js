// What the pages cannot know when they are built: the reader's day and the reader's wishes.
// Everything works without it. Nothing is sent anywhere; wishes stay on the device.
(function () {
  'use strict';

  var root = document.documentElement;

  // Storage may be forbidden (private windows, old web views); then a wish lasts as long as the page.
  function kept(key) {
    try { return localStorage.getItem('portal-' + key) || ''; } catch (_) { return ''; }
  }
  function keep(key, value) {
    try {
      if (value) localStorage.setItem('portal-' + key, value);
      else localStorage.removeItem('portal-' + key);
    } catch (_) { /* nothing to keep it in */ }
  }

  // Before the first paint.
  function dress(name, value) {
    if (value) root.setAttribute('data-' + name, value);
    else root.removeAttribute('data-' + name);
  }
  dress('scheme', kept('scheme'));
  dress('size', kept('size'));

  document.addEventListener('DOMContentLoaded', function () {
    var words = document.getElementById('words').dataset;
    [switches, today, find, checks, mine, chips, tables, printing, wechat].forEach(function (part) {
      // One part that fails on an odd browser must not take the others with it.
      try { part(words); } catch (error) { if (window.console) console.error(error); }
    });
  });

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }
  function fill(text, values) {
    return text.replace(/\{(\w)\}/g, function (_, name) { return values[name]; });
  }
  function make(tag, className, text) {
    var element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  }

  // ---- Text size and colours ----

  function switches() {
    var box = document.getElementById('view');
    if (!box) return;
    box.hidden = false;
    [['size', 'data-size'], ['scheme', 'data-choose']].forEach(function (pair) {
      var buttons = all('[' + pair[1] + ']', box);
      function show() {
        buttons.forEach(function (button) {
          button.setAttribute('aria-pressed', String(button.getAttribute(pair[1]) === kept(pair[0])));
        });
      }
      buttons.forEach(function (button) {
        button.addEventListener('click', function () {
          var value = button.getAttribute(pair[1]);
          keep(pair[0], value);
          dress(pair[0], value);
          buttons.forEach(function (other) { other.setAttribute('aria-pressed', String(other === button)); });
        });
      });
      show();
    });
  }

  // ---- Today ----

  // Days are compared as 2026-09-10 texts and counted from noon to noon, so that no clock change matters.
  function iso(date) {
    return date.getFullYear() + '-' + ('0' + (date.getMonth() + 1)).slice(-2) + '-' + ('0' + date.getDate()).slice(-2);
  }
  function noon(text) {
    var part = text.split('-');
    return new Date(Number(part[0]), part[1] - 1, Number(part[2]), 12);
  }
  function daysFrom(now, text) {
    return Math.round((noon(text) - noon(now)) / 86400000);
  }

  function today(words) {
    var date = new Date();
    var now = iso(date);
    var name = date.getMonth() + 1 + '';

    // 还剩N天. A notice that is over says so and never invents a state.
    all('[data-until]').forEach(function (place) {
      var days = daysFrom(now, place.getAttribute('data-until'));
      var bar = place.closest('.bar');
      // In tables only what is near, so that the column stays narrow.
      if (!bar && (days < 0 || days > (place.closest('td') ? 3 : 30))) return;
      place.textContent = days < 0 ? words.over : days === 0 ? words.last : fill(words.left, { n: days });
      place.hidden = false;
      // What the state beside it says already need not be said again.
      if (days === 0 && place.closest('.when') && place.closest('.when').previousElementSibling &&
          place.closest('.when').previousElementSibling.textContent === words.last) place.hidden = true;
    });

    // Working days of a period: gone by, today, to come.
    all('.ticks:not(.over)').forEach(function (ticks) {
      var number = 0;
      all('i', ticks).forEach(function (tick, index) {
        var day = tick.getAttribute('data-day');
        if (day < now) tick.className = 'past';
        if (day === now) tick.className = 'now';
        if (day <= now) number = index + 1;
      });
      var line = ticks.parentNode.querySelector('#workday');
      if (line && number) line.textContent = fill(words.workday, { n: number });
    });

    // The day square of a calendar.
    var cell = document.querySelector('.cal td:not(.outside)[data-day="' + now + '"]');
    if (cell) {
      cell.classList.add('today');
      cell.setAttribute('aria-current', 'date');
    }

    // Rows: today in red, the word instead of the weekday.
    all('.row-date[data-date="' + now + '"]').forEach(function (place) {
      place.classList.add('today');
      var weekday = place.querySelector('small');
      if (weekday) weekday.textContent = words.today;
    });

    // Home: the leaf shows today, the heading says so.
    var leaf = document.getElementById('leaf');
    if (leaf) {
      var note = leaf.querySelector('.leaf-note');
      var mark = document.querySelector('.cal td[data-day="' + now + '"]');
      leaf.querySelector('.leaf-month').textContent = fill(words.month, { y: date.getFullYear(), n: name });
      leaf.querySelector('.leaf-day').textContent = date.getDate();
      leaf.querySelector('.leaf-week').textContent = words.week.split(' ')[date.getDay()];
      note.textContent = '';
      if (mark && mark.hasAttribute('data-name')) {
        note.textContent = mark.getAttribute('data-name');
        note.classList.add('feast-day');
      } else if (mark && mark.hasAttribute('data-off')) {
        note.textContent = words.holiday;
      } else if (mark && mark.hasAttribute('data-on')) {
        note.textContent = words.makeup;
      }
      note.hidden = !note.textContent;
      document.getElementById('attention').textContent = words.attention;
      // A page that has not been built for some days: what has gone by is not for today.
      var lines = all('.attention [data-date]');
      lines.forEach(function (line) {
        var days = daysFrom(now, line.getAttribute('data-date'));
        var when = line.querySelector('.when');
        line.hidden = days < 0;
        if (days === 0) line.classList.add('today');
        if (days === 0 || days === 1) {
          when.textContent = when.textContent.replace(/^\d+月\d+日/, days ? words.tomorrow : words.today);
        }
      });
      if (lines.length && lines.every(function (line) { return line.hidden; })) {
        lines[0].parentNode.parentNode.appendChild(make('p', '', words.nothing));
      }
    }
  }

  // ---- Finding a name in a list ----

  function find(words) {
    var box = document.querySelector('[data-find]');
    var table = document.querySelector('[data-names]');
    if (!box || !table) return;
    var field = box.querySelector('input');
    var answer = box.querySelector('[role=status]');
    var rows = all('tbody tr', table).map(function (row) {
      return { row: row, text: row.textContent.replace(/\s+/g, '').toLowerCase() };
    });
    box.hidden = false;
    field.addEventListener('input', function (event) {
      // While a pinyin keyboard composes, its letters are not what is looked for.
      if (event.isComposing) return;
      look();
    });
    field.addEventListener('compositionend', look);
    function look() {
      var wanted = field.value.replace(/\s+/g, '').toLowerCase();
      var found = 0;
      rows.forEach(function (one) {
        var hit = one.text.indexOf(wanted) >= 0;
        one.row.hidden = !hit;
        if (hit) found += 1;
      });
      table.classList.toggle('finding', wanted !== '');
      answer.textContent = wanted === '' ? '' : found ? fill(words.found, { n: found }) : words.none;
    }
  }

  // ---- Checklists ----

  function checks() {
    all('[data-checks]').forEach(function (list) {
      var key = 'done-' + list.getAttribute('data-checks');
      var done = kept(key).split('\n');
      list.classList.add('live');
      all('li', list).forEach(function (item) {
        var heading = item.querySelector('h3');
        var label = make('label');
        var box = make('input');
        box.type = 'checkbox';
        box.setAttribute('aria-label', heading.textContent);
        // Kept by its words: an editor who adds an item must not move the ticks.
        box.checked = done.indexOf(heading.textContent) >= 0;
        box.addEventListener('change', function () {
          keep(key, all('li', list).filter(function (one) {
            return one.querySelector('input').checked;
          }).map(function (one) { return one.querySelector('h3').textContent; }).join('\n'));
        });
        label.appendChild(box);
        item.insertBefore(label, heading);
      });
    });
  }

  // ---- My class: remembered when the reader asks for it, then first in the list on home ----

  function mine(words) {
    var head = document.body.className === 'kind-class' && document.querySelector('.head');
    if (head) {
      var name = head.querySelector('h1').textContent.trim();
      var record = name + '\n' + location.href.split('#')[0];
      var toggle = make('button', 'button');
      var show = function () { toggle.textContent = kept('class') === record ? words.forget : words.remember; };
      toggle.type = 'button';
      toggle.addEventListener('click', function () {
        keep('class', kept('class') === record ? '' : record);
        show();
      });
      show();
      head.appendChild(toggle);
    }

    var list = document.getElementById('areas');
    var known = kept('class').split('\n');
    if (!list || known.length < 2 || new URL(known[1]).origin !== location.origin) return;
    var box = make('p', 'mine');
    var link = make('a', '', words.mine + '：' + known[0]);
    var forget = make('button', 'button', words.forget);
    link.href = known[1];
    forget.type = 'button';
    forget.addEventListener('click', function () {
      keep('class', '');
      box.parentNode.removeChild(box);
    });
    box.appendChild(link);
    box.appendChild(forget);
    list.parentNode.insertBefore(box, list);
  }

  // ---- Small services ----

  // The selected value of a filter row lies in sight.
  function chips() {
    all('.chips').forEach(function (row) {
      var picked = row.querySelector('.picked');
      if (picked && row.scrollWidth > row.clientWidth) row.scrollLeft = picked.offsetLeft - row.offsetLeft - 8;
    });
  }

  // Older engines forget that a table is one when its display changes; a table that is too wide gets a region.
  function tables() {
    var roles = { TABLE: 'table', THEAD: 'rowgroup', TBODY: 'rowgroup', TFOOT: 'rowgroup', TR: 'row', TD: 'cell' };
    all('.entries').forEach(function (table) {
      [table].concat(all('thead, tbody, tfoot, tr, td, th', table)).forEach(function (part) {
        var scope = part.getAttribute('scope');
        var role = roles[part.tagName] || (scope && scope.indexOf('row') === 0 ? 'rowheader' : 'columnheader');
        part.setAttribute('role', role);
      });
    });
    all('.prose > table, .doc > table').forEach(function (table) {
      var box = make('div', 'scroll');
      table.parentNode.insertBefore(box, table);
      box.appendChild(table);
    });
    all('.scroll').forEach(function (box) {
      if (box.scrollWidth <= box.clientWidth) return;
      var title = box.querySelector('caption') || box.querySelector('th');
      box.tabIndex = 0;
      box.setAttribute('role', 'region');
      if (!box.hasAttribute('aria-label') && title) box.setAttribute('aria-label', title.textContent);
    });
  }

  function printing() {
    all('[data-print]').forEach(function (button) {
      button.hidden = false;
      button.addEventListener('click', function () { window.print(); });
    });
    // A link to a row that is folded away opens the fold.
    function unfold() {
      var target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
      var fold = target && target.closest('details');
      if (!fold || fold.open) return;
      fold.open = true;
      target.scrollIntoView();
    }
    window.addEventListener('hashchange', unfold);
    unfold();
    var closed = [];
    window.addEventListener('beforeprint', function () {
      closed = all('details:not([open]):not(.gone)');
      closed.forEach(function (one) { one.open = true; });
    });
    window.addEventListener('afterprint', function () {
      closed.forEach(function (one) { one.open = false; });
    });
  }

  // WeChat opens no calendar files: say what to do instead.
  function wechat(words) {
    if (!/MicroMessenger/i.test(navigator.userAgent)) return;
    all('a[href*=".ics"]').forEach(function (link) {
      link.addEventListener('click', function (event) {
        event.preventDefault();
        if (link.nextElementSibling && link.nextElementSibling.className === 'note') return;
        var note = make('span', 'note', words.wechat);
        var copy = make('button', 'button', words.copy);
        note.setAttribute('role', 'status');
        copy.type = 'button';
        copy.addEventListener('click', function () {
          var field = make('input');
          field.value = link.href;
          note.appendChild(field);
          field.select();
          if (document.execCommand('copy')) copy.textContent = words.copied;
          note.removeChild(field);
        });
        note.appendChild(copy);
        link.parentNode.insertBefore(note, link.nextSibling);
      });
    });
  }
})();
