/* Relevo web chat: <script src="https://RELAY/widget.js" data-project="KEY" async></script>. See WEBCHAT.md. */
(() => {
  'use strict';

  const script = document.currentScript || document.querySelector('script[data-project][src*="widget.js"]');
  const ATTRIBUTES = ['project', 'lang', 'dir', 'theme'];

  // A page that includes the script twice gets one chat.
  if (!window.customElements || customElements.get('relevo-chat')) return;

  // ------------------------------------------------------------------------------------------------ limits, in ms
  const PING_AFTER = 25000; // silence after which the link is asked whether it lives
  const PONG_WITHIN = 20000; // and the time it has to answer: 45 s of silence in all
  const WAKE_PONG_WITHIN = 4000; // the same after sleep or a change of network, when doubt is reasonable
  const CONNECT_WITHIN = 15000;
  const ANSWER_WITHIN = 20000;
  const STABLE_AFTER = 10000; // a link that lived so long starts the back-off anew when it breaks
  const RETRY_FIRST = 500;
  const RETRY_MOST = 30000;
  const RETRY_REFUSED = 300000; // the relay said no (unknown project): ask seldom
  const BANNER_AFTER = 800; // shorter interruptions are not shown
  const TYPING_EVERY = 3000;
  const TYPING_IDLE = 5000;
  const PREVIEW_EVERY = 1000; // where agents see what is typed
  const PREVIEW_LENGTH = 500; // of its end
  const TYPING_SHOWN = 6000;
  const FOREIGN_GRACE = 5000; // a message written in another tab is left to that tab for so long
  const GROUP_WITHIN = 300000; // messages of one author closer than this share name and time
  const MAX_LENGTH = 4000;
  const COUNT_FROM = 3600;
  const COMMENT_LENGTH = 1000;
  const KEEP = 200; // messages kept on the device: what the relay sends at most
  const REFRESH = 30; // of the newest so many messages, delivery states are asked for again
  const INTERNAL_TRIES = 6;
  const MAX_FILES = 10;
  const MAX_FILE_BYTES = 25 * 1024 * 1024; // until a relay has said what it takes
  const SAVED_WITHIN = 60000; // the time a browser has to take a file that is saved
  const SLOWEST_UPLOAD = 20; // bytes in a millisecond; what is slower counts as lost

  // ------------------------------------------------------------------------------------------------ languages
  // personText must be understood by the relay, which knows English, Spanish and Portuguese.
  const STRINGS = {
    en: {
      chat: 'Chat', open: 'Open chat', close: 'Close chat', unread: 'Unread messages: {n}', messages: 'Messages',
      assistant: 'Assistant', waiting: 'Waiting for a person', you: 'You', write: 'Write a message…', send: 'Send',
      person: 'Talk to a person', personText: 'I want to talk to a person', connecting: 'Connecting…',
      offline: 'Offline – your messages will be sent when you are back', refused: 'This chat is not available',
      sending: 'Sending', delivered: 'Delivered', read: 'Read', failed: 'Not sent', retry: 'Try again',
      preview: 'What you write may be seen before you send it.',
      remove: 'Remove', typing: '{name} is typing…', news: 'New messages', count: '{n} of {max} characters',
      sysmsg: 'Notice', later: 'We will answer here later', back: 'Back to the assistant',
      email: 'Your e-mail address', emailWhy: 'In case we lose touch:', emailSend: 'Send e-mail address',
      rate: 'How was the help you got?', rates: ['Very bad', 'Bad', 'Fair', 'Good', 'Very good'], rateOf: '{n} of 5: {name}',
      rated: 'Thank you for your rating.', comment: 'Add a comment', commentSend: 'Send comment', rateClose: 'Close the rating',
      attach: 'Attach files', attached: 'Files to send', fileProgress: 'Uploading {name}', fileRemove: 'Remove {name}', fileRetry: 'Try again: {name}',
      fileLarge: '{name} is too large: a file may have up to {max}.', fileRefused: '{name} is too large for this chat.', fileEmpty: '{name} is empty.',
      fileMany: 'A message takes up to {n} files.', fileBusy: '{name} has to wait: too many files in one minute.', fileFailed: '{name} could not be uploaded.',
      download: 'Download {name}, {size}', fileLost: 'Could not be loaded. Try again', fileGone: 'no longer kept',
    },
    es: {
      chat: 'Chat', open: 'Abrir el chat', close: 'Cerrar el chat', unread: 'Mensajes sin leer: {n}', messages: 'Mensajes',
      assistant: 'Asistente', waiting: 'Esperando a una persona', you: 'Tú', write: 'Escribe un mensaje…', send: 'Enviar',
      person: 'Hablar con una persona', personText: 'Quiero hablar con una persona', connecting: 'Conectando…',
      offline: 'Sin conexión: tus mensajes se enviarán cuando vuelvas', refused: 'Este chat no está disponible',
      sending: 'Enviando', delivered: 'Entregado', read: 'Leído', failed: 'No enviado', retry: 'Reintentar',
      preview: 'Lo que escribes puede verse antes de que lo envíes.',
      remove: 'Quitar', typing: '{name} está escribiendo…', news: 'Mensajes nuevos', count: '{n} de {max} caracteres',
      sysmsg: 'Aviso', later: 'Te responderemos aquí más tarde', back: 'Volver con el asistente',
      email: 'Tu correo electrónico', emailWhy: 'Por si perdemos el contacto:', emailSend: 'Enviar el correo electrónico',
      rate: '¿Cómo fue la atención que recibiste?', rates: ['Muy mala', 'Mala', 'Regular', 'Buena', 'Muy buena'], rateOf: '{n} de 5: {name}',
      rated: 'Gracias por tu valoración.', comment: 'Añade un comentario', commentSend: 'Enviar el comentario', rateClose: 'Cerrar la valoración',
      attach: 'Adjuntar archivos', attached: 'Archivos para enviar', fileProgress: 'Subiendo {name}', fileRemove: 'Quitar {name}', fileRetry: 'Reintentar: {name}',
      fileLarge: '{name} es demasiado grande: un archivo puede tener hasta {max}.', fileRefused: '{name} es demasiado grande para este chat.', fileEmpty: '{name} está vacío.',
      fileMany: 'Un mensaje admite hasta {n} archivos.', fileBusy: '{name} tiene que esperar: demasiados archivos en un minuto.', fileFailed: 'No se pudo subir {name}.',
      download: 'Descargar {name}, {size}', fileLost: 'No se pudo cargar. Reintentar', fileGone: 'ya no se conserva',
    },
    pt: {
      chat: 'Chat', open: 'Abrir o chat', close: 'Fechar o chat', unread: 'Mensagens não lidas: {n}', messages: 'Mensagens',
      assistant: 'Assistente', waiting: 'Aguardando uma pessoa', you: 'Você', write: 'Escreva uma mensagem…', send: 'Enviar',
      person: 'Falar com uma pessoa', personText: 'Quero falar com uma pessoa', connecting: 'Conectando…',
      offline: 'Sem conexão – suas mensagens serão enviadas quando você voltar', refused: 'Este chat não está disponível',
      sending: 'Enviando', delivered: 'Entregue', read: 'Lida', failed: 'Não enviada', retry: 'Tentar de novo',
      preview: 'O que você escreve pode ser visto antes do envio.',
      remove: 'Remover', typing: '{name} está digitando…', news: 'Novas mensagens', count: '{n} de {max} caracteres',
      sysmsg: 'Aviso', later: 'Responderemos por aqui mais tarde', back: 'Voltar ao assistente',
      email: 'Seu e-mail', emailWhy: 'Caso a gente perca o contato:', emailSend: 'Enviar o e-mail',
      rate: 'Como foi o atendimento que você recebeu?', rates: ['Muito ruim', 'Ruim', 'Regular', 'Bom', 'Muito bom'], rateOf: '{n} de 5: {name}',
      rated: 'Agradecemos a sua avaliação.', comment: 'Adicione um comentário', commentSend: 'Enviar o comentário', rateClose: 'Fechar a avaliação',
      attach: 'Anexar arquivos', attached: 'Arquivos para enviar', fileProgress: 'Enviando {name}', fileRemove: 'Remover {name}', fileRetry: 'Tentar de novo: {name}',
      fileLarge: '{name} é grande demais: um arquivo pode ter até {max}.', fileRefused: '{name} é grande demais para este chat.', fileEmpty: '{name} está vazio.',
      fileMany: 'Uma mensagem aceita até {n} arquivos.', fileBusy: '{name} precisa esperar: arquivos demais em um minuto.', fileFailed: 'Não foi possível enviar {name}.',
      download: 'Baixar {name}, {size}', fileLost: 'Não foi possível carregar. Tentar de novo', fileGone: 'não é mais guardado',
    },
    ar: {
      chat: 'الدردشة', open: 'افتح الدردشة', close: 'أغلق الدردشة', unread: 'رسائل غير مقروءة: {n}', messages: 'الرسائل',
      assistant: 'المساعد', waiting: 'في انتظار أحد الموظفين', you: 'أنت', write: 'اكتب رسالة…', send: 'إرسال',
      person: 'تحدث مع شخص', personText: 'أريد التحدث مع شخص (I want to talk to a person)', connecting: 'جارٍ الاتصال…',
      offline: 'لا يوجد اتصال – ستُرسل رسائلك عند عودتك', refused: 'هذه الدردشة غير متاحة',
      sending: 'جارٍ الإرسال', delivered: 'تم التسليم', read: 'مقروءة', failed: 'لم تُرسل', retry: 'أعد المحاولة',
      preview: 'قد يُرى ما تكتبه قبل أن ترسله.',
      remove: 'إزالة', typing: '{name} يكتب الآن…', news: 'رسائل جديدة', count: '{n} من {max} حرف',
      sysmsg: 'إشعار', later: 'سنجيبك هنا لاحقًا', back: 'العودة إلى المساعد',
      email: 'بريدك الإلكتروني', emailWhy: 'في حال انقطع الاتصال بيننا:', emailSend: 'إرسال البريد الإلكتروني',
      rate: 'كيف كانت المساعدة التي تلقيتها؟', rates: ['سيئة جدًا', 'سيئة', 'مقبولة', 'جيدة', 'جيدة جدًا'], rateOf: '{n} من 5: {name}',
      rated: 'شكرًا على تقييمك.', comment: 'أضف تعليقًا', commentSend: 'إرسال التعليق', rateClose: 'إغلاق التقييم',
      attach: 'إرفاق ملفات', attached: 'ملفات للإرسال', fileProgress: 'جارٍ رفع {name}', fileRemove: 'إزالة {name}', fileRetry: 'أعد المحاولة: {name}',
      fileLarge: '{name} كبير جدًا: الحد الأقصى للملف {max}.', fileRefused: '{name} كبير جدًا لهذه الدردشة.', fileEmpty: '{name} فارغ.',
      fileMany: 'الحد الأقصى للملفات في الرسالة: {n}.', fileBusy: 'على {name} الانتظار: ملفات كثيرة في دقيقة واحدة.', fileFailed: 'تعذر رفع {name}.',
      download: 'تنزيل {name}، {size}', fileLost: 'تعذر التحميل. أعد المحاولة', fileGone: 'لم يعد محفوظًا',
    },
  };
  const RTL = /^(ar|fa|he|iw|ur|ps|sd|ug|yi|dv|ckb)\b/i;
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  /** The first of the wished languages that there are strings for; its full tag is kept for dates and numbers. */
  function chooseLanguage(wished) {
    for (const tag of wished) {
      const short = String(tag || '').toLowerCase().split(/[-_]/)[0];
      if (STRINGS[short]) return { short, tag: String(tag).replace('_', '-') };
    }
    return { short: 'en', tag: 'en' };
  }

  // ------------------------------------------------------------------------------------------------ small tools
  const wellFormed = (text) => text.replace(/\p{Surrogate}/gu, '\ufffd');
  const parse = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  };

  /** 128 random bits; getRandomValues also exists on pages without TLS, randomUUID does not. */
  function randomId() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  /** The same as a UUID, as the relay wants a file's. */
  function randomUuid() {
    const digits = [...randomId()];
    digits[12] = '4';
    digits[16] = '89ab'[parseInt(digits[16], 16) & 3];
    return digits.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  /** Everything on the page is made here, node by node: text is never parsed as markup. */
  function h(tag, properties, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
      else if (value === true) node.setAttribute(name, '');
      else if (value !== false && value != null) node.setAttribute(name, value);
    }
    node.append(...children.filter((child) => child != null));
    return node;
  }

  const ICONS = {
    chat: 'M20.5 11.500a8 8 0 0 1-8 8H4.600l1.5-3a8 8 0 1 1 14.4-5z',
    close: 'M6.5 6.500l11 11M17.5 6.500l-11 11',
    send: 'M12 19V5.500M5.8 11.500L12 5.300l6.2 6.2',
    down: 'M12 5v13.500M5.8 12.500l6.2 6.2 6.2-6.2',
    person: 'M12 11.800a3.8 3.8 0 1 0 0-7.6 3.8 3.8 0 0 0 0 7.600zM4.8 20a7.2 7.2 0 0 1 14.4 0',
    spark: 'M12 3.500l1.9 5.6 5.6 1.9-5.6 1.900L12 18.500l-1.9-5.600L4.5 11l5.6-1.900zM19 16.500v4M17 18.500h4',
    clock: 'M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.500V12l3 2',
    tick: 'M5 12.800l4.5 4.400L19 7.2',
    ticks: 'M1.5 12.800L6 17.200l9.5-10M11.5 16.200l1.5 1 9.5-10',
    clip: 'M20 11.500l-8.200 8.200a5 5 0 0 1-7.100-7.100l8.600-8.600a3.300 3.300 0 0 1 4.700 4.700l-8.500 8.500a1.700 1.700 0 0 1-2.400-2.400L14.500 7.400',
    file: 'M13.500 3.500H7A1.500 1.500 0 0 0 5.500 5v14A1.500 1.500 0 0 0 7 20.500h10a1.500 1.500 0 0 0 1.500-1.500V8.500zM13.500 3.500v5h5',
    again: 'M19.500 12a7.500 7.500 0 1 1-2.200-5.300L19.500 9M19.500 4v5h-5',
    alert: 'M12 3.500a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.500v5.500M12 16.200v.1',
  };
  function icon(name) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 24');
    svg.setAttribute('aria-hidden', 'true');
    const path = document.createElementNS(svg.namespaceURI, 'path');
    path.setAttribute('d', ICONS[name]);
    svg.append(path);
    return svg;
  }

  /** Long addresses break between their parts before they break within them. */
  const breakable = (address) => address.match(/[^/?&=]+[/?&=]*|[/?&=]+/g).flatMap((part, i) => (i ? [h('wbr'), part] : [part]));

  /** The text as nodes: http and https addresses as links, all else as it stands. */
  function linked(text) {
    const nodes = [];
    let from = 0;
    for (const match of text.matchAll(/\bhttps?:\/\/[^\s<>"'`]+/gi)) {
      let address = match[0];
      // What ends the sentence is not part of the address, nor is a bracket that was opened before it.
      const unopened = () => /[)\]}]$/.test(address) && address.split(/[([{]/).length < address.split(/[)\]}]/).length;
      while (/[.,;:!?…»”]$/.test(address) || unopened()) address = address.slice(0, -1);
      let url;
      try {
        url = new URL(address);
      } catch {
        continue;
      }
      if (url.protocol !== 'http:' && url.protocol !== 'https:') continue;
      nodes.push(text.slice(from, match.index));
      nodes.push(h('a', { href: url.href, target: '_blank', rel: 'noopener noreferrer', dir: 'ltr' }, ...breakable(address)));
      from = match.index + address.length;
    }
    nodes.push(text.slice(from));
    return nodes.filter((node) => node !== '');
  }

  // ------------------------------------------------------------------------------------------------ storage
  /** Web storage under one prefix; when it is refused or full, memory takes its place for this page. */
  class Store {
    constructor(area, prefix) {
      this.prefix = prefix;
      this.memory = new Map();
      try {
        this.area = window[area];
        this.area.getItem(prefix);
      } catch {
        this.area = null;
      }
    }
    get(name) {
      if (this.memory.has(name)) return this.memory.get(name);
      const text = this.area && this.area.getItem(this.prefix + name);
      return text == null ? undefined : parse(text);
    }
    set(name, value) {
      try {
        this.area.setItem(this.prefix + name, JSON.stringify(value));
        this.memory.delete(name);
        return true;
      } catch {
        this.memory.set(name, value);
        return false;
      }
    }
    remove(name) {
      this.memory.delete(name);
      if (this.area) this.area.removeItem(this.prefix + name);
    }
    names(start) {
      const stored = this.area ? Object.keys(this.area).filter((key) => key.startsWith(this.prefix + start)) : [];
      const names = new Set(stored.map((key) => key.slice(this.prefix.length)));
      for (const name of this.memory.keys()) if (name.startsWith(start)) names.add(name);
      return [...names];
    }
  }

  // ------------------------------------------------------------------------------------------------ link
  /** One WebSocket at a time to the relay, JSON-RPC over it, kept alive until stop(). */
  class Link {
    /** on: {open(), notify(method, params), change()} */
    constructor(url, on) {
      this.url = url;
      this.on = on;
      this.socket = null;
      this.ready = false; // set by the owner once hello was answered
      this.wanted = false;
      this.refused = false;
      this.failures = 0;
      this.calls = new Map();
      this.lastId = 0;
    }
    start() {
      if (this.wanted) return;
      this.wanted = true;
      this.heart = setInterval(() => this.beat(), 5000);
      this.connect();
    }
    stop() {
      this.wanted = false;
      clearInterval(this.heart);
      clearTimeout(this.retry);
      this.drop();
    }
    connect() {
      clearTimeout(this.retry);
      this.probed = 0;
      this.heard = this.began = Date.now();
      let socket;
      try {
        socket = this.socket = new WebSocket(this.url);
      } catch {
        this.lost();
        return;
      }
      this.opening = setTimeout(() => this.drop(), CONNECT_WITHIN);
      socket.onopen = () => {
        clearTimeout(this.opening);
        this.heard = Date.now();
        this.on.open();
      };
      socket.onmessage = (event) => {
        this.heard = Date.now();
        this.probed = 0;
        if (typeof event.data === 'string') this.take(parse(event.data));
      };
      socket.onclose = (event) => {
        if (event.code === 4003) this.refused = true;
        this.lost();
      };
      this.on.change();
    }
    take(frame) {
      if (!frame || typeof frame !== 'object') return;
      if (typeof frame.method === 'string') {
        this.on.notify(frame.method, frame.params || {});
        return;
      }
      const call = this.calls.get(frame.id);
      if (!call) return;
      this.calls.delete(frame.id);
      clearTimeout(call.timer);
      if (frame.error) {
        const data = frame.error.data || {};
        call.reject({ code: data.code || (frame.error.code === -32602 ? 'invalid' : 'internal'), data });
      } else {
        call.resolve(frame.result || {});
      }
    }
    call(method, params) {
      return new Promise((resolve, reject) => {
        if (!this.socket || this.socket.readyState !== WebSocket.OPEN) {
          reject({ code: 'lost' });
          return;
        }
        const id = ++this.lastId;
        const timer = setTimeout(() => this.drop(), ANSWER_WITHIN);
        this.calls.set(id, { resolve, reject, timer });
        this.socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
      });
    }
    /** Calls whose answer nobody waits for. */
    tell(method, params) {
      this.call(method, params).catch(() => {});
    }
    beat() {
      if (!this.socket || this.socket.readyState !== WebSocket.OPEN) return;
      const now = Date.now();
      if (this.probed && now > this.probed) this.drop();
      else if (!this.probed && now - this.heard >= PING_AFTER) this.probe(PONG_WITHIN);
    }
    // Timers of a hidden page run late: silence alone proves nothing, only a question without an answer does.
    probe(within) {
      if (!this.socket || this.socket.readyState !== WebSocket.OPEN) return;
      this.probed = Math.min(this.probed || Infinity, Date.now() + within);
      setTimeout(() => this.beat(), within + 50);
      this.tell('ping', {});
    }
    /** The network came back, or the page: do not wait for the timers. */
    wake() {
      if (!this.wanted) return;
      if (this.socket) this.probe(WAKE_PONG_WITHIN);
      else this.connect();
    }
    /** Give the socket up without waiting for its closing handshake, which a dead link never finishes. */
    drop() {
      const socket = this.socket;
      if (!socket) return;
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
      this.lost();
    }
    lost() {
      clearTimeout(this.opening);
      if (this.ready && Date.now() - this.began >= STABLE_AFTER) this.failures = 0;
      this.socket = null;
      this.ready = false;
      for (const call of this.calls.values()) {
        clearTimeout(call.timer);
        call.reject({ code: 'lost' });
      }
      this.calls.clear();
      clearTimeout(this.retry);
      if (this.wanted) {
        const most = this.refused ? RETRY_REFUSED : Math.min(RETRY_MOST, RETRY_FIRST * 2 ** Math.min(this.failures, 10));
        this.failures += 1;
        this.retry = setTimeout(() => this.connect(), most * (0.5 + Math.random() / 2));
      }
      this.on.change();
    }
    /** Another connection now, without counting it as a failure. */
    again() {
      this.drop();
      if (this.wanted) this.connect();
    }
  }

  // ------------------------------------------------------------------------------------------------ files
  const PICTURE = /^image\/(png|jpeg|gif|webp)$/;

  /** The files of the message that is being written: each goes to the relay once it is chosen, one after the other. */
  class Uploads {
    /** on: {token(), change()}; there is no token before the relay has given one. */
    constructor(url, on) {
      this.url = url;
      this.on = on;
      this.maxBytes = MAX_FILE_BYTES;
      this.list = []; // {id, file, name, sent: 0 … 1, stored?, error?}
      this.refused = []; // {word, name?}: what was chosen last and not taken
      this.chosen = new Map(); // id -> the file as it lies here, which need not be fetched
    }
    add(files) {
      this.refused = [];
      for (const file of files) {
        if (this.list.length >= MAX_FILES) {
          this.refused.push({ word: 'fileMany' });
          break;
        }
        const { name, size } = file;
        if (size && size <= this.maxBytes) this.list.push({ id: randomUuid(), file, name: wellFormed(name), sent: 0 });
        else this.refused.push({ word: size ? 'fileLarge' : 'fileEmpty', name });
      }
      this.on.change();
      this.pump();
    }
    remove(item) {
      this.refused = [];
      this.list = this.list.filter((each) => each !== item);
      if (this.current === item) this.request.abort();
      this.on.change();
    }
    again(item) {
      item.error = undefined;
      item.sent = 0;
      this.on.change();
      this.pump();
    }
    get ready() {
      return this.list.every((item) => item.stored);
    }
    /** The relay's descriptions of all of them, for the message they go with. */
    take() {
      const stored = this.list.map((item) => item.stored);
      this.list = [];
      this.refused = [];
      return stored;
    }
    pump() {
      const token = this.on.token();
      const item = this.list.find((each) => !each.stored && !each.error);
      if (this.current || !item || !token) return;
      this.current = item;
      const request = (this.request = new XMLHttpRequest());
      request.open('POST', `${this.url}?name=${encodeURIComponent(item.name)}&id=${item.id}`);
      request.setRequestHeader('Authorization', `Bearer ${token}`);
      request.timeout = ANSWER_WITHIN + item.file.size / SLOWEST_UPLOAD;
      request.upload.onprogress = ({ loaded, total }) => {
        item.sent = total ? loaded / total : 0;
        this.on.change();
      };
      request.onloadend = () => {
        this.current = null;
        const answer = parse(request.responseText);
        if (request.status === 201 && answer && answer.id) {
          item.stored = answer;
          this.chosen.set(answer.id, item.file);
        } else {
          item.error = { 413: 'fileRefused', 429: 'fileBusy' }[request.status] || 'fileFailed';
        }
        this.on.change();
        this.pump();
      };
      request.send(item.file);
    }
  }

  // ------------------------------------------------------------------------------------------------ conversation
  const FORWARD = { unknown: 0, queued: 0, sent: 1, delivered: 2, failed: 3, read: 3 };
  const PASSING = ['rate_limited', 'unavailable'];
  const OVER = ['resolved', 'abandoned'];

  /** What the relay says of the files of a message. */
  const filesOf = ({ attachments }) => (Array.isArray(attachments) ? attachments.filter((file) => file && file.id) : []);

  /** What names a page: neither the query nor what follows # or ; leaves the browser, they may sign somebody in. */
  const pageAddress = (address) => {
    try {
      const { protocol, origin, pathname } = new URL(address);
      return /^https?:$/.test(protocol) ? origin + pathname.split(';')[0] : '';
    } catch {
      return '';
    }
  };
  const timeZone = () => {
    try {
      return Intl.DateTimeFormat().resolvedOptions().timeZone || '';
    } catch {
      return '';
    }
  };

  /** What the customer and the relay have said, and what is still to be sent. Knows nothing of the page. */
  class Conversation {
    /** on: {change(), arrived(message)} */
    constructor(relay, project, language, page, on) {
      this.project = project;
      this.language = language;
      this.page = page; // where the customer writes from
      this.on = on;
      this.store = new Store('localStorage', `relevo.${project}.`);
      this.uploads = new Uploads(new URL('api/visitor/attachments', relay).href, {
        token: () => (this.loaded ? this.token : undefined),
        change: () => on.change(),
      });
      this.link = new Link(new URL('ws/visitor', relay).href.replace(/^http/, 'ws'), {
        open: () => this.hello(),
        notify: (method, params) => this.notified(method, params),
        change: () => on.change(),
      });
      this.loaded = false; // a hello was answered since the page came up
      this.typing = null;
      this.preview = false; // agents see what is typed
      this.load();
    }

    // -- what the device remembers
    load() {
      const visitor = this.store.get('visitor') || {};
      this.token = typeof visitor.token === 'string' ? visitor.token : undefined;
      this.reset();
      const kept = this.store.get('history');
      if (this.token && kept && kept.token === this.token && Array.isArray(kept.messages)) {
        this.seq = Number(kept.seq) || 0;
        this.epoch = typeof kept.epoch === 'string' ? kept.epoch : '';
        this.name = kept.name || '';
        this.greeting = kept.greeting || '';
        this.handoff = kept.handoff || null;
        this.rating = kept.rating || null;
        for (const message of kept.messages) this.upsert(message);
      }
      this.readSeq = (this.token && Number(this.store.get('read'))) || 0;
      this.outbox = this.store
        .names('out.')
        .map((name) => this.store.get(name))
        .filter((item) => item && item.clientId && typeof item.content === 'string')
        .sort((a, b) => a.order - b.order);
      this.settle();
    }
    reset() {
      this.messages = new Map();
      this.sorted = [];
      this.seq = 0;
      this.epoch = '';
      this.handoff = null;
      this.rating = null;
      this.greeting = '';
      this.markedSeq = 0;
      this.name = this.name || '';
      this.outbox = this.outbox || [];
    }
    save() {
      this.unsaved = true;
      if (!this.saving) this.saving = setTimeout(() => this.flush(), 250);
    }
    flush() {
      clearTimeout(this.saving);
      this.saving = 0;
      if (!this.unsaved || !this.token) return;
      this.unsaved = false;
      const { token, seq, epoch, name, greeting, handoff, rating } = this;
      const record = (count) => ({ token, seq, epoch, name, greeting, handoff, rating, messages: this.sorted.slice(-count) });
      // A full device: what matters is the token and the outbox, the relay has the rest.
      if (!this.store.set('history', record(KEEP)) && !this.store.set('history', record(20))) this.store.remove('history');
    }

    // -- the relay's side
    start() {
      this.link.start();
    }
    stop() {
      this.flush();
      this.link.stop();
    }
    /** Where to resume: before the oldest recent message of one's own whose delivery may have moved meanwhile. */
    since() {
      const open = this.sorted.slice(-REFRESH).find((m) => m.author === 'customer' && m.delivery !== 'read' && m.delivery !== 'failed');
      return open ? Math.min(this.seq, open.seq - 1) : this.seq;
    }
    async hello() {
      const token = this.token;
      const since = token && this.seq ? this.since() : 0;
      const params = { projectKey: this.project, language: this.language };
      const page = pageAddress(this.page());
      const zone = timeZone();
      if (page) params.page = page;
      if (zone) params.timezone = zone;
      if (token) params.visitorToken = token;
      if (since) params.since = since;
      if (since && this.epoch) params.epoch = this.epoch;
      let answer;
      try {
        answer = await this.link.call('hello', params);
      } catch (error) {
        if (error.code === 'unauthorized' && token) {
          this.forget();
          this.link.again();
        } else if (error.code !== 'lost') {
          if (['not_found', 'forbidden', 'invalid'].includes(error.code)) this.link.refused = true;
          this.link.drop();
        }
        return;
      }
      this.welcomed(answer, token, since);
    }
    welcomed(answer, token, since) {
      if (answer.visitorToken && answer.visitorToken !== token) {
        // Two new tabs at once: the one that was first stays the visitor.
        const other = this.store.get('visitor');
        if (other && other.token && other.token !== token) {
          this.load();
          this.link.again();
          return;
        }
        this.forget();
        this.token = answer.visitorToken;
        this.store.set('visitor', { token: this.token });
        if (since) {
          this.link.again();
          return;
        }
      }
      const messages = Array.isArray(answer.messages) ? answer.messages : [];
      const newest = this.sorted.length ? this.sorted[this.sorted.length - 1].seq : 0;
      const epoch = typeof answer.epoch === 'string' ? answer.epoch : '';
      // The relay was restored from a copy: its numbers mean other messages, and these are all it has.
      const other = Boolean(since && this.epoch && epoch && epoch !== this.epoch);
      // One that does not say so knows less than this device.
      if (!other && since && newest > answer.seq) {
        this.reset();
        this.link.again();
        return;
      }
      if (other) this.readSeq = Math.min(this.readSeq, Number(answer.seq) || 0);
      if (!since || answer.more || other) this.reset(); // this is all there is, or the newest part of so much that there is a hole before it
      for (const message of messages) this.upsert(message);
      this.seq = Math.max(this.seq, Number(answer.seq) || 0);
      this.epoch = epoch;
      this.name = (answer.project && answer.project.name) || this.name;
      this.greeting = answer.greeting || '';
      this.handoff = answer.handoff || null;
      this.rating = answer.rating || null;
      this.uploads.maxBytes = (answer.limits && answer.limits.fileBytes) || MAX_FILE_BYTES;
      this.typing = null;
      this.preview = answer.typingPreview === true;
      this.people = answer.people !== false;
      this.outbox = this.outbox.filter((item) => !item.gone);
      this.settle();
      this.link.ready = true;
      this.link.refused = false;
      this.loaded = true;
      this.save();
      this.on.change();
      this.pump();
      this.uploads.pump();
    }
    forget() {
      this.token = undefined;
      this.readSeq = 0;
      this.reset();
      for (const name of ['visitor', 'history', 'read', 'ratingClosed']) this.store.remove(name);
    }
    notified(method, params) {
      if (method === 'typing') this.typed(params);
      if (method === 'settings') {
        this.preview = params.typingPreview === true;
        this.people = params.people !== false;
        this.on.change();
      }
      if (method === 'event') this.event(params);
    }
    event({ seq, type, data }) {
      const known = !(seq > this.seq);
      data = data || {};
      // Messages and their states may come twice, by two ways: both are taken by id and only move forward.
      if (data.message) {
        const isNew = this.upsert(data.message);
        this.settle();
        if (isNew) this.arrived(data.message);
      } else if (type === 'message.delivery') {
        const message = this.messages.get(data.messageId);
        if (message) this.upsert({ ...message, delivery: data.delivery });
      } else if (!known) {
        if (data.handoff) this.handoff = data.handoff;
        if (type !== 'handoff.rated') this.rating = data.rating === undefined ? this.rating : data.rating;
        else if (this.rating && data.rating && this.rating.handoffId === data.rating.handoffId) this.rating = data.rating;
      }
      if (!known) this.seq = seq;
      this.save();
      this.on.change();
    }
    arrived(message) {
      if (this.typing && message.author !== 'customer') this.typing = null;
      this.on.arrived(message);
    }
    /** True when the message was not known. */
    upsert(message) {
      if (!message || !message.id || message.note) return false;
      const old = this.messages.get(message.id);
      const next = { ...old, ...message, content: String(message.content ?? '') };
      if (old && (FORWARD[old.delivery] || 0) > (FORWARD[message.delivery] || 0)) next.delivery = old.delivery;
      this.messages.set(next.id, next);
      this.sorted = [...this.messages.values()].sort((a, b) => a.seq - b.seq);
      return !old;
    }
    typed({ author, name, on }) {
      clearTimeout(this.typingTimer);
      this.typing = on && author !== 'customer' ? { author, name } : null;
      if (this.typing) {
        this.typingTimer = setTimeout(() => {
          this.typing = null;
          this.on.change();
        }, TYPING_SHOWN);
      }
      this.on.change();
    }

    // -- the customer's side
    send(content, attachments = []) {
      const order = Math.max(Date.now(), ...this.outbox.map((item) => item.order + 1));
      const item = { clientId: randomId(), content: wellFormed(content), attachments, at: new Date().toISOString(), order };
      this.outbox.push(item);
      this.keep(item);
      this.on.change();
      this.pump();
    }
    keep({ clientId, content, attachments, at, order, failed }) {
      this.store.set(`out.${clientId}`, { clientId, content, attachments, at, order, failed });
    }
    /** What the relay has is no longer to be sent. */
    settle() {
      const known = new Set(this.sorted.map((message) => message.clientId));
      for (const item of this.outbox) if (known.has(item.clientId)) this.store.remove(`out.${item.clientId}`);
      this.outbox = this.outbox.filter((item) => !known.has(item.clientId));
    }
    discard(clientId) {
      this.store.remove(`out.${clientId}`);
      this.outbox = this.outbox.filter((item) => item.clientId !== clientId);
      this.on.change();
    }
    again(clientId) {
      const item = this.outbox.find((each) => each.clientId === clientId);
      if (!item) return;
      item.failed = undefined;
      item.tries = 0;
      this.keep(item);
      this.on.change();
      this.pump();
    }
    /** One message in flight, so that they arrive in the order in which they were written. */
    async pump() {
      clearTimeout(this.pumping);
      if (this.flight || !this.link.ready) return;
      const now = Date.now();
      const due = this.outbox.filter((item) => !item.failed && !item.gone);
      const item = due.find((each) => !(each.notBefore > now));
      const wait = item ? (this.pausedUntil || 0) - now : Math.min(...due.map((each) => each.notBefore)) - now;
      if (!due.length) return;
      if (wait > 0) {
        this.pumping = setTimeout(() => this.pump(), wait + 10);
        return;
      }
      this.flight = item;
      let lost = false;
      try {
        const { clientId, content } = item;
        const attachments = filesOf(item).map((file) => file.id);
        const { message } = await this.link.call('message.send', { clientId, content, ...(attachments.length && { attachments }) });
        this.upsert({ ...message, clientId: item.clientId });
        this.settle();
        this.save();
        this.discard(item.clientId);
      } catch (error) {
        lost = error.code === 'lost'; // the next hello sends it again
        if (!lost) this.pausedUntil = Date.now() + this.notTaken(item, error);
      }
      this.flight = null;
      this.on.change();
      if (!lost) this.pump();
    }
    /** The time to wait before the next attempt, 0 when this message is given up. */
    notTaken(item, { code, data }) {
      item.tries = (item.tries || 0) + 1;
      if (PASSING.includes(code) || (code === 'internal' && item.tries < INTERNAL_TRIES)) {
        const asked = Number(data && data.retryAfter) * 1000;
        return asked > 0 ? Math.min(asked, 60000) : Math.min(RETRY_MOST, RETRY_FIRST * 2 ** item.tries);
      }
      item.failed = code;
      this.keep(item);
      return 0;
    }
    /** The bytes of a message's file. */
    async fetchFile({ id }) {
      const { chosen, url } = this.uploads;
      if (chosen.has(id)) return chosen.get(id);
      const answer = await fetch(`${url}/${encodeURIComponent(id)}`, { headers: { Authorization: `Bearer ${this.token}` } });
      if (!answer.ok) throw new Error(answer.status);
      return answer.blob();
    }
    markRead() {
      const newest = [...this.sorted].reverse().find((message) => message.author !== 'customer');
      if (!newest) return;
      if (newest.seq > this.readSeq) {
        this.readSeq = newest.seq;
        this.store.set('read', newest.seq);
        this.on.change();
      }
      if (this.link.ready && newest.seq > this.markedSeq) {
        const before = this.markedSeq;
        this.markedSeq = newest.seq;
        this.link.call('read.mark', { seq: newest.seq }).catch(() => {
          this.markedSeq = Math.min(this.markedSeq, before);
        });
      }
    }
    unread() {
      return this.sorted.filter((m) => m.seq > this.readSeq && (m.author === 'agent' || m.author === 'bot')).length;
    }
    /** Who answers now: {kind: 'assistant' | 'waiting' | 'later' | 'agent', name?} */
    partner() {
      const { status, mode, agent } = this.handoff || {};
      if (!status || OVER.includes(status)) return { kind: 'assistant' };
      if (agent && agent.name) return { kind: 'agent', name: agent.name };
      return { kind: mode === 'async' || status === 'converted_to_ticket' ? 'later' : 'waiting' };
    }
    /** What the customer may rate now and has not closed: {handoffId, score?, comment?}. */
    ratable() {
      const { rating } = this;
      const open = rating && new Date(rating.until) > new Date() && this.partner().kind === 'assistant';
      return open && this.store.get('ratingClosed') !== rating.handoffId ? rating : null;
    }
    /** Gives or changes it. The same again does no harm, so a lost answer only leaves the buttons as they were. */
    async rate(score, comment) {
      const { handoffId } = this.rating;
      this.ratingFailed = false;
      this.ratingSent = { handoffId, score };
      this.on.change();
      try {
        await this.link.call('handoff.rate', { handoffId, score, comment });
        if (this.rating && this.rating.handoffId === handoffId) this.rating = { ...this.rating, score, comment };
        this.save();
      } catch ({ code }) {
        if (['conflict', 'not_found', 'invalid'].includes(code)) this.rating = null; // its time is over
        else this.ratingFailed = true;
      }
      this.ratingSent = null;
      this.on.change();
      return !this.ratingFailed && Boolean(this.rating);
    }
    closeRating() {
      this.store.set('ratingClosed', this.rating.handoffId);
      this.on.change();
    }
    /** No longer waits for a person. How it ends is told by an event; a refusal means that somebody has just come. */
    async cancelHandoff() {
      if (this.cancelling) return;
      this.cancelling = true;
      this.on.change();
      await this.link.call('handoff.cancel', {}).catch(() => {});
      this.cancelling = false;
      this.on.change();
    }
    /** Another tab wrote to the storage. */
    stored(name) {
      if (name === 'visitor') {
        const visitor = this.store.get('visitor');
        if (!visitor || !visitor.token || visitor.token === this.token) return;
        this.load();
        if (this.link.wanted) this.link.again();
        else this.start();
      } else if (name === 'read') {
        this.readSeq = Math.max(this.readSeq, Number(this.store.get('read')) || 0);
      } else if (name.startsWith('out.')) {
        this.storedOutbox(name);
      }
      this.on.change();
    }
    storedOutbox(name) {
      const stored = this.store.get(name);
      const mine = this.outbox.find((item) => `out.${item.clientId}` === name);
      if (!stored && mine) {
        // Taken by the relay: it stays on the screen until its event arrives here. Given up: it goes.
        if (mine.failed) this.outbox = this.outbox.filter((item) => item !== mine);
        else mine.gone = true;
      } else if (stored && mine) {
        mine.failed = stored.failed;
      } else if (stored && stored.clientId && !this.sorted.some((message) => message.clientId === stored.clientId)) {
        this.outbox.push({ ...stored, notBefore: Date.now() + FOREIGN_GRACE });
        this.outbox.sort((a, b) => a.order - b.order);
      }
      this.pump();
    }
  }

  // ------------------------------------------------------------------------------------------------ looks
  const DARK = `
    --bg:#14191b; --canvas:#0d1112; --line:#2b3336; --ink:#e8eceb; --muted:#a3aeae; --bot:#22292c; --agent:#17352f;
    --accent:var(--relevo-accent,#17705f); --on-accent:var(--relevo-on-accent,#fff); --accent-ink:var(--relevo-accent-ink,#6fd0bb);
    --tint:#1a2b28; --bad:#ff9c8f; --good:#5cc98a; --shadow:0 1px 2px #0006,0 12px 40px #0009; --banner:#322b17; --banner-ink:#f0d9a0;`;
  const CSS = `
:host{all:initial!important;display:block!important;position:absolute!important}
:host([hidden]){display:none!important}
*,*::before,*::after{box-sizing:border-box;margin:0;padding:0}
[hidden]{display:none!important}
.app{
  --bg:#fff; --canvas:#eef1f0; --line:#dfe4e3; --ink:#182022; --muted:#58656a; --bot:#f1f3f3; --agent:#e2f1ed;
  --accent:var(--relevo-accent,#0f6b5c); --on-accent:var(--relevo-on-accent,#fff); --accent-ink:var(--relevo-accent-ink,#0c5f52);
  --tint:#f0f7f5; --bad:#b3261e; --good:#1a7f4b; --shadow:0 1px 2px #0f1f1f14,0 12px 40px #0f1f1f2e; --banner:#fff5dc; --banner-ink:#5c4508;
  color-scheme:light;color:var(--ink);font:400 1em/1.45 Inter,system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;
  text-align:start;-webkit-text-size-adjust:100%}
@media (prefers-color-scheme:dark){.app:not([data-theme=light]){color-scheme:dark;${DARK}}}
.app[data-theme=dark]{color-scheme:dark;${DARK}}
button,textarea,input{font:inherit;color:inherit;background:none;border:0;letter-spacing:inherit}
button{cursor:pointer;-webkit-tap-highlight-color:transparent;touch-action:manipulation}
button:disabled{cursor:default}
svg{display:block;inline-size:1.25em;block-size:1.25em;fill:none;stroke:currentColor;stroke-width:1.8;stroke-linecap:round;stroke-linejoin:round;flex:none}
:focus{outline:none}
:focus-visible{outline:2px solid var(--accent-ink);outline-offset:2px}
.vh{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}

.launcher{position:fixed;z-index:2147483000;inset-block-end:calc(20px + env(safe-area-inset-bottom));inset-inline-end:20px;
  inline-size:3.5em;block-size:3.5em;border:1px solid transparent;border-radius:50%;display:grid;place-items:center;background:var(--accent);color:var(--on-accent);
  box-shadow:var(--shadow);transition:transform .16s}
.launcher:hover{transform:translateY(-2px)}
.launcher:focus-visible{outline-offset:3px}
.launcher svg{inline-size:2em;block-size:2em;stroke-width:1.7}
.badge{position:absolute;inset-block-start:-.25em;inset-inline-end:-.25em;min-inline-size:1.65em;block-size:1.65em;padding:0 .4em;border-radius:1em;
  border:2px solid var(--bg);background:#b3261e;color:#fff;font-size:.8125em;font-weight:600;line-height:1.4em;text-align:center;font-variant-numeric:tabular-nums}

.panel{position:fixed;z-index:2147483000;inset-block-end:calc(20px + env(safe-area-inset-bottom));inset-inline-end:20px;
  inline-size:min(24.5em,100vw - 40px);block-size:min(41em,100vh - 40px);block-size:min(41em,100dvh - 40px);display:flex;flex-direction:column;overflow:hidden;
  background:var(--bg);border:1px solid var(--line);border-radius:18px;box-shadow:var(--shadow);animation:rise .18s ease-out}
@keyframes rise{from{opacity:0;transform:translateY(10px)}}
.page{position:fixed;inset:0;background:var(--canvas)}
.page .panel{inset:0;margin:auto;inline-size:min(46em,100%);block-size:100vh;block-size:100dvh;border-block:0;border-radius:0;box-shadow:none;animation:none}
@media (min-width:50em) and (min-height:40em){.page .panel{block-size:calc(100dvh - 4em);border-block:1px solid var(--line);border-radius:20px;box-shadow:var(--shadow)}}

header{display:flex;align-items:center;gap:.75em;padding:.8em 1em;border-block-end:1px solid var(--line)}
.avatar{inline-size:2.5em;block-size:2.5em;border-radius:50%;flex:none;display:grid;place-items:center;background:var(--tint);color:var(--accent-ink);font-weight:600;
  border:1px solid var(--line)}
.avatar.agent{background:var(--accent);color:var(--on-accent);border-color:transparent}
.who{flex:1;min-inline-size:0}
h1{font-size:1em;font-weight:600;line-height:1.3;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.state{display:flex;align-items:center;gap:.4em;color:var(--muted);font-size:.875em;line-height:1.35;overflow-wrap:anywhere}
.dot{inline-size:.55em;block-size:.55em;border-radius:50%;background:var(--good);flex:none}
.waiting .dot{background:#d38a1f;animation:pulse 1.8s ease-in-out infinite}
@keyframes pulse{50%{opacity:.35}}
.tool{inline-size:2.5em;block-size:2.5em;border-radius:50%;display:grid;place-items:center;color:var(--muted);flex:none;margin-inline-end:-.35em}
.tool:hover{background:var(--bot);color:var(--ink)}
.banner{padding:.5em 1em;background:var(--banner);color:var(--banner-ink);font-size:.875em;text-align:center}

.middle{position:relative;flex:1;min-block-size:0;display:flex}
.scroller{flex:1;min-inline-size:0;overflow-y:auto;overscroll-behavior:contain;padding:.25em 1em 1em;display:flex;flex-direction:column;scrollbar-width:thin}
.scroller:focus-visible{outline-offset:-3px}
.log{margin-block-start:auto}
.line{max-inline-size:34em;margin:1.1em auto;padding:0 1em;color:var(--muted);font-size:.8125em;text-align:center;overflow-wrap:anywhere;white-space:pre-wrap;text-wrap:balance}
.day{display:flex;align-items:center;gap:.75em;max-inline-size:none;padding:0;font-weight:500}
.day::before,.day::after{content:"";flex:1;block-size:1px;background:var(--line)}
.row{display:flex;flex-direction:column;align-items:flex-start;margin-block-start:.2em}
.first{margin-block-start:1em}
.name{margin:0 .25em .25em;color:var(--muted);font-size:.8125em;font-weight:500}
.bubble{max-inline-size:min(86%,34em);padding:.55em .85em;border:1px solid transparent;border-radius:1.15em;background:var(--bot);white-space:pre-wrap;overflow-wrap:anywhere}
.agent .bubble{background:var(--agent)}
.last .bubble{border-end-start-radius:.35em}
.own{align-items:flex-end}
.own .bubble{background:var(--accent);color:var(--on-accent)}
.own.last .bubble{border-radius:1.15em;border-end-end-radius:.35em}
.own.failed .bubble{background:var(--bg);color:var(--ink);border-color:var(--bad)}
.bubble a{color:var(--accent-ink);text-underline-offset:.15em}
.own .bubble a{color:inherit}
.meta{display:flex;flex-wrap:wrap;align-items:center;gap:.1em .6em;margin:.25em .25em 0;color:var(--muted);font-size:.75em;font-variant-numeric:tabular-nums}
.meta svg{inline-size:1.2em;block-size:1.2em;stroke-width:2.2}
.delivery{display:inline-flex;align-items:center;gap:.3em}
.delivery.read{color:var(--accent-ink)}
.failed .delivery{color:var(--bad);font-weight:500}
.meta button{color:var(--accent-ink);font-weight:600;text-decoration:underline;text-underline-offset:.15em;min-block-size:2em;padding:0 .3em;border-radius:.3em}
.new{animation:appear .18s ease-out}
@keyframes appear{from{opacity:0;transform:translateY(6px)}}
.typing{display:flex;align-items:center;gap:.6em;margin-block-start:.8em;color:var(--muted);font-size:.8125em}
.dots{display:flex;gap:.3em;padding:.75em .85em;border-radius:1.2em;border-end-start-radius:.35em;background:var(--bot)}
.dots i{inline-size:.45em;block-size:.45em;border-radius:50%;background:var(--muted);animation:pulse 1.2s ease-in-out infinite}
.dots i:nth-child(2){animation-delay:.15s}
.dots i:nth-child(3){animation-delay:.3s}
.news{position:absolute;inset-block-end:.75em;inset-inline:0;margin-inline:auto;inline-size:max-content;max-inline-size:90%;display:flex;align-items:center;gap:.4em;
  padding:.4em .9em;border:1px solid var(--line);border-radius:2em;background:var(--bg);color:var(--accent-ink);font-size:.875em;font-weight:500;
  box-shadow:0 2px 10px #0f1f1f24;min-block-size:2.4em}
.news svg{inline-size:1.05em;block-size:1.05em}

footer{padding:.6em .75em calc(.75em + env(safe-area-inset-bottom));border-block-start:1px solid var(--line)}
.person{display:inline-flex;align-items:center;gap:.4em;margin-block-end:.6em;padding:.3em .8em;min-block-size:2.3em;border:1px solid var(--line);border-radius:2em;
  color:var(--accent-ink);font-size:.875em;font-weight:500}
.person:hover:not(:disabled){background:var(--tint)}
.person:disabled{opacity:.55}
.person svg{inline-size:1.1em;block-size:1.1em}
.email{display:flex;flex-wrap:wrap;align-items:center;gap:.4em;margin-block-end:.6em;color:var(--muted);font-size:.875em}
.email input{flex:1;min-inline-size:11em;padding:.35em .8em;min-block-size:2.3em;border:1px solid #7d8a8c;border-radius:2em;color:var(--ink);font-size:max(1em,16px)}
.email input::placeholder{color:var(--muted);opacity:1}
.email button{inline-size:2.3em;block-size:2.3em;border:1px solid var(--line);border-radius:50%;display:grid;place-items:center;flex:none;color:var(--accent-ink)}
.email button:hover{background:var(--tint)}
.rating{margin-block-end:.6em;padding:.6em .75em .75em;border:1px solid var(--line);border-radius:1.15em;font-size:.875em}
.rating header{padding:0;border:0;gap:.5em;min-block-size:2.3em}
.rating header p{flex:1;font-weight:500}
.rating .tool{inline-size:2.3em;block-size:2.3em}
.scores{display:flex;gap:.35em;margin-block-start:.3em}
.scores button{flex:1 1 0;min-inline-size:0;min-block-size:3.6em;padding:.3em .1em;border:1px solid #7d8a8c;border-radius:.75em;font-weight:600;line-height:1.25;overflow-wrap:anywhere}
.scores button span{display:block;font-size:.8em;font-weight:400}
.scores button:hover:not(:disabled){background:var(--tint)}
.scores button[aria-pressed=true]{background:var(--accent);border-color:transparent;color:var(--on-accent)}
.rating .told{margin-block-start:.5em;color:var(--muted)}
.rating .told.bad{color:var(--bad)}
.rating .told:empty{display:none}
.rating .email{margin-block:.5em 0;font-size:1em}
.files{display:grid;justify-items:start;gap:.4em}
div:not([hidden])+.files{margin-block-start:.4em}
.file{display:flex;align-items:center;gap:.6em;max-inline-size:100%;min-inline-size:0;min-block-size:2em;border-radius:.6em;color:var(--accent-ink);text-align:start}
.own .file{color:inherit}
.own .file:focus-visible{outline-color:currentColor}
.own.failed .file:focus-visible{outline-color:var(--accent-ink)}
.file>span{min-inline-size:0}
.file b{font-weight:500;text-decoration:underline;text-underline-offset:.15em}
.file small{display:block;font-size:.8125em}
.file.gone{color:inherit}.file.gone b{text-decoration:none}
.picture{flex-direction:column;align-items:stretch;gap:.2em;min-block-size:0}
.frame{display:block;inline-size:12em;max-inline-size:100%;aspect-ratio:4/3;border-radius:.6em;overflow:hidden;background:var(--canvas)}
.frame img{display:block;inline-size:100%;block-size:100%;object-fit:contain}
.uploads{display:flex;flex-wrap:wrap;gap:.4em;max-block-size:min(9em,24vh);overflow-y:auto;margin-block-end:.5em;padding:2px;list-style:none;font-size:.875em}
.uploads li{display:flex;align-items:center;gap:.5em;min-inline-size:0;max-inline-size:100%;padding:.25em;padding-inline-start:.5em;border:1px solid var(--line);border-radius:.9em}
.uploads .bad{border-color:var(--bad)}
.uploads img{inline-size:2.25em;block-size:2.25em;border-radius:.4em;object-fit:cover}
.uploads span{min-inline-size:0;max-inline-size:12em}
.uploads b{display:block;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-weight:500}
.uploads small{display:block;color:var(--muted);font-size:.875em}
.uploads .bad small{color:var(--bad)}
.uploads progress{display:block;inline-size:8em;max-inline-size:100%;block-size:.5em;margin-block:.4em;accent-color:var(--accent-ink)}
.uploads .tool{inline-size:2.2em;block-size:2.2em;margin:0}
.refused{margin:0 .5em .5em;color:var(--bad);font-size:.875em;overflow-wrap:anywhere;white-space:pre-line}
.refused:empty{display:none}
.drop .box{border-color:var(--accent-ink);border-style:dashed;background:var(--tint)}
.attach{inline-size:2.25em;block-size:2.25em;margin:0}
.box{display:flex;align-items:flex-end;gap:.4em;padding:.3em;border:1px solid #7d8a8c;border-radius:1.5em}
.box:focus-within{border-color:var(--accent-ink);box-shadow:0 0 0 1px var(--accent-ink)}
textarea{flex:1;min-inline-size:0;resize:none;padding:.4em 0;line-height:1.4;max-block-size:min(9em,30vh);overflow-y:auto;font-size:max(1em,16px);scrollbar-width:thin}
textarea:focus-visible{outline:none}
textarea::placeholder{color:var(--muted);opacity:1}
.send{inline-size:2.25em;block-size:2.25em;border:1px solid transparent;border-radius:50%;display:grid;place-items:center;flex:none;background:var(--accent);color:var(--on-accent);transition:background .12s}
.send:disabled{background:var(--bot);color:var(--muted)}
.send svg{stroke-width:2.2}
.count{margin:.35em .5em 0;color:var(--muted);font-size:.8125em;text-align:end;font-variant-numeric:tabular-nums}
.count.over{color:var(--bad);font-weight:600}
.preview{margin:.35em .5em 0;color:var(--muted);font-size:.75em;text-align:center;text-wrap:balance}

@media (pointer:coarse){.tool,.attach,.uploads .tool,.send,.email button{inline-size:2.75em;block-size:2.75em}.person,.news,.email input{min-block-size:2.9em}.meta button{min-block-size:2.6em}textarea{padding:.65em 0}.file{min-block-size:2.75em}}
@media (max-width:30em),(max-height:30em){
  .panel,.page .panel{inset:0;inset-block-start:var(--view-top,0);margin:0;inline-size:100%;block-size:100vh;block-size:var(--view-height,100dvh);border:0;border-radius:0;box-shadow:none}
  header{padding-block-start:calc(.7em + env(safe-area-inset-top))}
  header,footer,.scroller{padding-inline:max(.9em,env(safe-area-inset-left)) max(.9em,env(safe-area-inset-right))}
}
@media (max-height:30em){.rating{padding:.1em .75em .5em;margin-block-end:.3em}.scores{margin-block-start:0}.scores button{min-block-size:2.75em}.scores button span{display:none}
  .rating .told{margin-block-start:.2em}.rating .email{margin-block-start:.3em}}
@media (max-height:22em){header{padding-block:.35em}.person{margin-block-end:.3em}footer{padding-block:.35em}}
@media (prefers-reduced-motion:reduce){*,*::before,*::after{animation:none!important;transition:none!important;scroll-behavior:auto!important}}
@media (forced-colors:active){.bubble,.send,.launcher,.avatar,.scores button{border-color:CanvasText!important}.scores button[aria-pressed=true]{border-width:3px}.dot,.dots i{forced-color-adjust:none}}
@media print{.launcher{display:none}}
`;

  function dress(root) {
    if ('adoptedStyleSheets' in root && 'replaceSync' in CSSStyleSheet.prototype) {
      const sheet = new CSSStyleSheet(); // allowed where the page's policy refuses style elements
      sheet.replaceSync(CSS);
      root.adoptedStyleSheets = [sheet];
    } else {
      root.append(h('style', {}, CSS));
    }
  }

  // ------------------------------------------------------------------------------------------------ the element
  class RelevoChat extends HTMLElement {
    connectedCallback() {
      if (this.model) {
        this.listen();
        if (this.wasRunning) this.model.start();
        return;
      }
      this.page = this.dataset.mode === 'page';
      const relay = this.dataset.relay || (script && script.src) || location.href;
      const project = this.dataset.project || (this.page ? decodeURIComponent(location.pathname.split('/').filter(Boolean).pop() || '') : '');
      if (!project) {
        console.error('relevo-chat: data-project is missing');
        return;
      }
      this.chooseWords();
      this.shownKeys = new Map();
      this.chips = new Map();
      this.open = this.page;
      this.session = new Store('sessionStorage', `relevo.${project}.`);
      // The chat's own page says nothing of them; whence they came to it does.
      const address = () => (this.page ? document.referrer : location.href);
      this.model = new Conversation(relay, project, this.language.short, address, {
        change: () => this.changed(),
        arrived: (message) => this.arrived(message),
      });
      this.build();
      this.listen();
      if (this.page || this.session.get('open')) this.show(false);
      // An embedded chat nobody has opened yet costs neither a connection nor a line of storage.
      else if (this.model.token) this.model.start();
      this.render();
    }
    disconnectedCallback() {
      if (!this.model) return;
      this.wasRunning = this.model.link.wanted;
      this.listening.abort();
      this.resizes.disconnect();
      this.model.stop();
    }

    // -- language and direction
    chooseWords() {
      const root = document.documentElement;
      const asked = this.dataset.lang || (this.page && new URLSearchParams(location.search).get('lang'));
      const wished = [asked, this.lang, root.lang, ...(navigator.languages || [navigator.language])];
      this.language = chooseLanguage(wished.filter(Boolean));
      this.words = STRINGS[this.language.short];
      const ofLanguage = RTL.test(this.language.tag) ? 'rtl' : 'ltr';
      const ofPage = root.dir || (document.body && document.body.dir);
      this.direction = this.dataset.dir || this.dir || (!asked && /^(rtl|ltr)$/.test(ofPage) && ofPage) || ofLanguage;
      if (this.page) {
        root.lang = this.language.tag;
        root.dir = this.direction;
      }
      const format = (options) => new Intl.DateTimeFormat(this.language.tag, options);
      this.clock = format({ hour: 'numeric', minute: '2-digit' });
      this.date = format({ weekday: 'long', day: 'numeric', month: 'long' });
      this.olderDate = format({ day: 'numeric', month: 'long', year: 'numeric' });
      this.relative = new Intl.RelativeTimeFormat(this.language.tag, { numeric: 'auto' });
      this.number = new Intl.NumberFormat(this.language.tag);
      const unit = (name) => new Intl.NumberFormat(this.language.tag, { style: 'unit', unit: name, maximumFractionDigits: 1 });
      this.units = ['byte', 'kilobyte', 'megabyte'].map(unit);
    }

    // -- the fixed parts
    build() {
      const { words } = this;
      const root = this.attachShadow({ mode: 'open' });
      dress(root);
      this.heading = h('bdi');
      this.avatar = h('div', { class: 'avatar', 'aria-hidden': 'true' });
      this.stateText = h('span', { dir: 'auto' });
      this.dot = h('span', { class: 'dot', 'aria-hidden': 'true' });
      this.stateLine = h('p', { class: 'state' }, this.dot, this.stateText);
      this.closer = this.page ? null : h('button', { class: 'tool', type: 'button', 'aria-label': words.close, title: words.close, onclick: () => this.hide() }, icon('close'));
      this.banner = h('div', { role: 'status' });
      this.log = h('div', { class: 'log', role: 'log', 'aria-live': 'off', 'aria-relevant': 'additions', 'aria-label': words.messages });
      this.typingName = h('span', { dir: 'auto' });
      this.typingLine = h('div', { class: 'typing', hidden: true }, h('span', { class: 'dots', 'aria-hidden': 'true' }, h('i'), h('i'), h('i')), this.typingName);
      this.scroller = h('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': words.messages, onscroll: () => this.scrolled() }, this.log, this.typingLine);
      this.news = h('button', { class: 'news', type: 'button', hidden: true, onclick: () => this.toEnd(true) }, words.news, icon('down'));
      this.person = h('button', { class: 'person', type: 'button', hidden: true, onclick: () => this.askPerson() }, icon('person'), words.person);
      this.back = h('button', { class: 'person', type: 'button', hidden: true, onclick: () => this.backToAssistant() }, icon('spark'), words.back);
      this.email = h('input', { type: 'email', required: true, maxlength: '254', autocomplete: 'email', dir: 'ltr', 'aria-label': words.email, placeholder: words.email });
      this.emailForm = h(
        'form', { class: 'email', hidden: true, onsubmit: (event) => this.leaveEmail(event) },
        h('span', {}, words.emailWhy), this.email, h('button', { type: 'submit', 'aria-label': words.emailSend, title: words.emailSend }, icon('tick')),
      );
      this.buildRating();
      this.buildFiles();
      this.input = h('textarea', {
        rows: '1', 'aria-label': words.write, placeholder: words.write, enterkeyhint: 'send', autocomplete: 'off', 'aria-describedby': 'count preview',
        oninput: () => this.typed(), onkeydown: (event) => this.key(event), onblur: () => this.typingOff(),
        onpaste: (event) => this.pasted(event),
      });
      this.sender = h('button', { class: 'send', type: 'button', 'aria-label': words.send, title: words.send, onclick: () => this.submit() }, icon('send'));
      this.count = h('p', { class: 'count', id: 'count', hidden: true });
      this.preview = h('p', { class: 'preview', id: 'preview', hidden: true });
      this.panel = h(
        'section', { class: 'panel', role: this.page ? 'main' : 'dialog', 'aria-labelledby': 'title', tabindex: '-1', hidden: true, onkeydown: (event) => this.escape(event), ...this.dropping() },
        h('header', {}, this.avatar, h('div', { class: 'who' }, h('h1', { id: 'title' }, this.heading), this.stateLine), this.closer),
        this.banner,
        h('div', { class: 'middle' }, this.scroller, this.news),
        h('footer', {}, this.ratingPart, this.person, this.back, this.emailForm, this.uploadList, this.refused, h('div', { class: 'box' }, this.chooser, this.attach, this.input, this.sender), this.count, this.preview),
      );
      this.app = h('div', { class: this.page ? 'app page' : 'app', dir: this.direction, lang: this.language.short, 'data-theme': this.dataset.theme }, this.panel);
      if (!this.page) {
        this.badge = h('span', { class: 'badge', 'aria-hidden': 'true', hidden: true });
        this.launcher = h('button', { class: 'launcher', type: 'button', 'aria-haspopup': 'dialog', 'aria-expanded': 'false', onclick: () => this.show(true) }, icon('chat'), this.badge);
        this.said = h('div', { class: 'vh', role: 'status' });
        this.app.prepend(this.launcher, this.said);
      }
      root.append(this.app);
      this.input.value = this.session.get('draft') || '';
    }
    buildRating() {
      const { words } = this;
      const score = (n) => {
        const name = words.rates[n - 1];
        const label = fill(words.rateOf, { n: this.number.format(n), name });
        return h('button', { type: 'button', 'aria-label': label, 'aria-pressed': 'false', onclick: () => this.rate(n) }, this.number.format(n), h('span', {}, name));
      };
      this.scores = [1, 2, 3, 4, 5].map(score);
      this.ratingTold = h('p', { class: 'told', role: 'status' });
      this.comment = h('input', {
        type: 'text', maxlength: String(COMMENT_LENGTH), autocomplete: 'off', dir: this.direction, 'aria-label': words.comment, placeholder: words.comment,
        oninput: () => (this.comment.dir = this.comment.value ? 'auto' : this.direction),
      });
      this.commentForm = h(
        'form', { class: 'email', hidden: true, onsubmit: (event) => this.leaveComment(event) },
        this.comment, h('button', { type: 'submit', 'aria-label': words.commentSend, title: words.commentSend }, icon('tick')),
      );
      const closer = h('button', { class: 'tool', type: 'button', 'aria-label': words.rateClose, title: words.rateClose, onclick: () => this.closeRating() }, icon('close'));
      this.ratingPart = h(
        'section', { class: 'rating', 'aria-labelledby': 'rate', hidden: true },
        h('header', {}, h('p', { id: 'rate' }, words.rate), closer),
        h('div', { class: 'scores', role: 'group', 'aria-labelledby': 'rate' }, ...this.scores), this.ratingTold, this.commentForm,
      );
    }
    buildFiles() {
      const { words } = this;
      this.chooser = h('input', { type: 'file', multiple: true, hidden: true, onchange: () => this.chosen() });
      this.attach = h('button', { class: 'tool attach', type: 'button', 'aria-label': words.attach, title: words.attach, onclick: () => this.chooser.click() }, icon('clip'));
      this.uploadList = h('ul', { class: 'uploads', 'aria-label': words.attached, hidden: true });
      this.refused = h('p', { class: 'refused', role: 'status' });
      // Pictures of a long history are fetched when they come near; those of a closed panel are not.
      const near = (entries) => entries.filter((entry) => entry.isIntersecting).forEach(({ target }) => {
        this.near.unobserve(target);
        target.load();
      });
      this.near = new IntersectionObserver(near, { root: this.scroller, rootMargin: '100% 0px' });
    }
    listen() {
      this.listening = new AbortController();
      const { signal } = this.listening;
      const on = (target, name, act) => target && target.addEventListener(name, act, { signal });
      const { model } = this;
      on(window, 'online', () => model.link.wake());
      on(window, 'offline', () => {
        model.link.wake();
        this.changed();
      });
      on(window, 'pagehide', () => model.flush());
      on(window, 'pageshow', (event) => event.persisted && model.link.wake());
      on(document, 'visibilitychange', () => {
        if (document.hidden) model.flush();
        else model.link.wake();
        this.changed();
      });
      on(window, 'storage', (event) => {
        const { prefix, area } = model.store;
        if (event.storageArea === area && event.key && event.key.startsWith(prefix)) model.stored(event.key.slice(prefix.length));
      });
      on(window.visualViewport, 'resize', () => this.fit());
      on(window.visualViewport, 'scroll', () => this.fit());
      this.resizes = new ResizeObserver(() => {
        if (this.atEnd) this.toEnd();
      });
      this.resizes.observe(this.scroller);
    }
    /** Phones whose keyboard covers the page instead of shrinking it: the panel keeps to what is visible. */
    fit() {
      const view = window.visualViewport;
      const covered = view.scale < 1.02 && window.innerHeight - view.height > 1;
      this.app.style.setProperty('--view-height', covered ? `${view.height}px` : '');
      this.app.style.setProperty('--view-top', covered ? `${view.offsetTop}px` : '');
    }

    // -- open and closed
    show(focus) {
      this.open = true;
      this.panel.hidden = false;
      if (this.launcher) {
        this.launcher.hidden = true;
        this.launcher.setAttribute('aria-expanded', 'true');
        this.session.set('open', true);
      }
      this.model.start();
      this.model.link.wake();
      this.grow();
      this.toEnd();
      this.changed();
      // On a touch screen the keyboard would cover what the customer wants to read first.
      if (focus) (matchMedia('(pointer: coarse)').matches ? this.panel : this.input).focus();
    }
    hide() {
      this.open = false;
      this.panel.hidden = true;
      this.launcher.hidden = false;
      this.launcher.setAttribute('aria-expanded', 'false');
      this.session.remove('open');
      this.typingOff();
      this.launcher.focus();
      this.changed();
    }
    escape(event) {
      if (event.key !== 'Escape' || event.isComposing || this.page) return;
      event.stopPropagation();
      this.hide();
    }

    // -- writing
    key(event) {
      // 229: the Enter that ends a word in an input method, in browsers that do not say isComposing then.
      if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
      event.preventDefault();
      this.submit();
    }
    submit() {
      if (!this.sendable()) return;
      const text = this.input.value.trim();
      const files = this.model.uploads.take();
      this.input.value = '';
      this.typed();
      this.input.focus();
      this.say(text, files);
    }
    /** A message is text, files or both; one that is too long or still uploads waits. */
    sendable() {
      const { length } = this.input.value.trim();
      const { list, ready } = this.model.uploads;
      return ready && length <= MAX_LENGTH && length + list.length > 0;
    }
    say(text, files) {
      this.atEnd = true;
      this.model.send(text, files);
    }
    // -- files
    chosen() {
      this.model.uploads.add([...this.chooser.files]);
      this.chooser.value = ''; // so that the same file may be chosen again
      this.input.focus();
    }
    pasted(event) {
      const { files, types } = event.clipboardData;
      if (!files.length || types.includes('text/plain')) return; // a table comes as a picture, too
      event.preventDefault();
      this.model.uploads.add([...files]);
    }
    dropping() {
      const carries = (event) => event.dataTransfer && event.dataTransfer.types.includes('Files');
      const show = (on) => this.panel.classList.toggle('drop', on);
      return {
        ondragover: (event) => {
          if (!carries(event)) return;
          event.preventDefault();
          show(true);
        },
        ondragleave: (event) => show(this.panel.contains(event.relatedTarget)),
        ondrop: (event) => {
          show(false);
          if (!carries(event)) return;
          event.preventDefault();
          this.model.uploads.add([...event.dataTransfer.files]);
          this.input.focus();
        },
      };
    }
    sizeText(bytes) {
      const step = bytes >= 1024 * 1024 ? 2 : bytes >= 1024 ? 1 : 0;
      return this.units[step].format(bytes / 1024 ** step);
    }
    renderFiles() {
      const { list, refused } = this.model.uploads;
      for (const [item, chip] of this.chips) {
        if (list.includes(item)) continue;
        chip.node.remove();
        this.chips.delete(item);
      }
      for (const item of list) {
        if (!this.chips.has(item)) {
          this.chips.set(item, this.newChip(item));
          this.uploadList.append(this.chips.get(item).node);
        }
        this.chips.get(item).update();
      }
      this.uploadList.hidden = !list.length;
      const values = { n: this.number.format(MAX_FILES), max: this.sizeText(this.model.uploads.maxBytes) };
      const failed = list.filter((item) => item.error).map(({ error, name }) => ({ word: error, name }));
      const told = [...refused, ...failed].map(({ word, name }) => fill(this.words[word], { ...values, name })).join('\n');
      if (this.refused.textContent !== told) this.refused.textContent = told;
    }
    newChip(item) {
      const { words, model } = this;
      const { name, file } = item;
      const tool = (word, image, act) => {
        const label = fill(words[word], { name });
        return h('button', { class: 'tool', type: 'button', 'aria-label': label, title: label, onclick: () => (act(item), this.input.focus()) }, icon(image));
      };
      const bar = h('progress', { max: '1', value: '0', 'aria-label': fill(words.fileProgress, { name }) });
      const state = h('small');
      const retry = tool('fileRetry', 'again', (one) => model.uploads.again(one));
      const remove = tool('fileRemove', 'close', (one) => model.uploads.remove(one));
      const node = h('li', {}, this.thumbnail(file), h('span', {}, h('b', { dir: 'auto', title: name }, name), bar, state), retry, remove);
      const update = () => {
        node.classList.toggle('bad', Boolean(item.error));
        bar.hidden = Boolean(item.stored || item.error);
        bar.value = item.sent;
        retry.hidden = !item.error;
        const text = item.error ? words.failed : item.stored ? this.sizeText(file.size) : '';
        if (state.textContent !== text) state.textContent = text;
      };
      return { node, update };
    }
    thumbnail(file) {
      if (!PICTURE.test(file.type)) return icon('file');
      const image = h('img', { alt: '' });
      this.showPicture(image, file).catch(() => image.replaceWith(icon('file')));
      return image;
    }
    /** Resolves once the picture is there; what stood for its bytes is let go of then. */
    async showPicture(image, blob) {
      const address = URL.createObjectURL(blob);
      image.src = address;
      await image.decode().finally(() => URL.revokeObjectURL(address));
    }
    /** A file of a message. Pressing it saves it; what could not be loaded is tried again. One that is no longer kept is only named. */
    newFile(file) {
      const { words, model } = this;
      const name = String(file.name || '');
      const size = this.sizeText(Number(file.size) || 0);
      if (file.gone) return h('div', { class: 'file gone' }, icon('file'), h('span', {}, h('b', { dir: 'auto' }, name), h('small', {}, `${size} · ${words.fileGone}`)));
      const label = fill(words.download, { name, size });
      const note = h('small', {});
      const image = PICTURE.test(file.mime) && h('img', { alt: '' });
      const inside = image ? [h('span', { class: 'frame' }, image), note] : [icon('file'), h('span', {}, h('b', { dir: 'auto' }, name), note)];
      const node = h('button', { class: image ? 'file picture' : 'file', type: 'button', title: label }, ...inside);
      let lost = false;
      const told = () => {
        note.textContent = lost ? words.fileLost : image ? '' : size;
        note.hidden = !note.textContent;
        node.setAttribute('aria-label', lost ? `${name}. ${words.fileLost}` : label);
      };
      const attempt = async (use) => {
        lost = false;
        try {
          await use(await model.fetchFile(file));
        } catch {
          lost = true;
          model.uploads.chosen.delete(file.id); // it may have gone from the device
        }
        told();
      };
      node.load = () => attempt((blob) => this.showPicture(image, blob));
      node.addEventListener('click', () => (image && lost ? node.load() : attempt((blob) => this.save(blob, name))));
      told();
      if (image) {
        this.fitPicture(image.parentNode, file);
        this.near.observe(node);
      }
      return node;
    }
    /** The room of a picture before it has come, so that nothing jumps when it does. */
    fitPicture({ style }, { width, height }) {
      if (!(width > 0 && height > 0)) return;
      style.aspectRatio = `${width} / ${height}`;
      style.inlineSize = `max(3em, min(${width}px, 18em, ${(16 * width) / height}em))`;
    }
    /** To be saved, never to be shown by the browser on this page's behalf. */
    async save(blob, name) {
      const address = URL.createObjectURL(new Blob([await blob.arrayBuffer()], { type: 'application/octet-stream' }));
      h('a', { href: address, download: name || 'file' }).click();
      setTimeout(() => URL.revokeObjectURL(address), SAVED_WITHIN);
    }
    askPerson() {
      this.say(this.words.personText);
      this.input.focus();
    }
    backToAssistant() {
      this.model.cancelHandoff();
      this.input.focus();
    }
    /** The address goes out as a message, like one that was written below; the relay finds it there. */
    leaveEmail(event) {
      event.preventDefault();
      this.say(this.email.value.trim());
      this.email.value = '';
      this.emailLeft = true;
      this.input.focus();
      this.changed();
    }
    rate(score) {
      const { model } = this;
      if (model.ratable()) this.rateWhenReady({ score, comment: model.rating.comment || '' });
    }
    leaveComment(event) {
      event.preventDefault();
      const comment = wellFormed(this.comment.value.trim());
      const { model } = this;
      if (comment && model.ratable()) this.rateWhenReady({ score: model.rating.score, comment });
    }
    /** What is chosen while the connection does not stand, or an earlier choice is on its way, is told after that. */
    async rateWhenReady(wish) {
      const { model } = this;
      this.rateWish = wish;
      if (!model.link.ready || model.ratingSent) return void this.renderRating();
      this.rateWish = null;
      const kept = await model.rate(wish.score, wish.comment);
      if (!kept || !wish.comment || this.comment.value.trim() !== wish.comment) return;
      this.comment.value = '';
      this.input.focus();
    }
    closeRating() {
      this.model.closeRating();
      this.input.focus();
    }
    typed() {
      const { value } = this.input;
      if (value) this.session.set('draft', value);
      else this.session.remove('draft');
      this.grow();
      this.compose();
      if (!value.trim()) {
        this.typingOff();
        return;
      }
      clearTimeout(this.idle);
      this.idle = setTimeout(() => this.typingOff(), TYPING_IDLE);
      this.tellTyping();
    }
    /** That they write; where agents see it, and the customer reads so below the field, also what: its last state in any case. */
    tellTyping() {
      const { link } = this.model;
      const told = !this.preview.hidden;
      const wait = (this.typingSince || 0) + (told ? PREVIEW_EVERY : TYPING_EVERY) - Date.now();
      if (!link.ready) return;
      if (wait > 0) {
        if (told && !this.typingSoon) this.typingSoon = setTimeout(() => this.tellSoon(), wait);
        return;
      }
      this.typingSince = Date.now();
      const text = this.input.value.trim();
      const end = text.length > PREVIEW_LENGTH ? `…${text.slice(-PREVIEW_LENGTH)}` : text;
      link.tell('typing.set', told ? { on: true, text: wellFormed(end) } : { on: true });
    }
    tellSoon() {
      this.typingSoon = 0;
      this.tellTyping();
    }
    typingOff() {
      clearTimeout(this.idle);
      clearTimeout(this.typingSoon);
      this.typingSoon = 0;
      if (!this.typingSince) return;
      this.typingSince = 0;
      if (this.model.link.ready) this.model.link.tell('typing.set', { on: false });
    }
    grow() {
      this.input.style.blockSize = 'auto';
      if (this.input.scrollHeight) this.input.style.blockSize = `${this.input.scrollHeight}px`;
    }
    compose() {
      const { length } = this.input.value.trim();
      this.input.dir = length ? 'auto' : this.direction; // an empty field has no direction of its own
      const over = length > MAX_LENGTH;
      this.sender.disabled = !this.sendable();
      this.count.hidden = length < COUNT_FROM;
      this.count.classList.toggle('over', over);
      const values = { n: this.number.format(length), max: this.number.format(MAX_LENGTH) };
      this.count.textContent = this.count.hidden ? '' : fill(this.words.count, values);
      if (over) this.input.setAttribute('aria-invalid', 'true');
      else this.input.removeAttribute('aria-invalid');
    }

    // -- reading
    scrolled() {
      const { scrollHeight, scrollTop, clientHeight } = this.scroller;
      this.atEnd = scrollHeight - scrollTop - clientHeight < 48;
      if (!this.atEnd) return;
      this.news.hidden = true;
      this.seen();
    }
    toEnd(smoothly) {
      this.atEnd = true;
      this.news.hidden = true;
      const calm = !smoothly || matchMedia('(prefers-reduced-motion: reduce)').matches;
      this.scroller.scrollTo({ top: this.scroller.scrollHeight, behavior: calm ? 'instant' : 'smooth' });
      if (smoothly) this.input.focus({ preventScroll: true });
      this.seen();
    }
    seen() {
      if (this.open && this.atEnd && !document.hidden && this.model.loaded) this.model.markRead();
    }
    arrived(message) {
      if (this.open && !this.atEnd && message.author !== 'customer') this.news.hidden = false;
    }

    // -- the moving parts
    /** Changes come in bursts (a hello, a reconnect): one rendering for each burst. */
    changed() {
      if (this.due || !this.app) return;
      this.due = true;
      queueMicrotask(() => {
        this.due = false;
        this.render();
      });
    }
    render() {
      const { model, words } = this;
      const name = model.name || words.chat;
      this.heading.textContent = name;
      const unread = this.open && !document.hidden && this.atEnd ? 0 : model.unread();
      if (this.page) document.title = (unread ? `(${unread}) ` : '') + name;
      else this.renderLauncher(unread);
      this.renderPartner();
      this.renderRating();
      this.renderBanner();
      this.renderMessages();
      this.renderFiles();
      this.preview.hidden = !model.preview;
      this.preview.textContent = model.preview ? words.preview : '';
      this.typingLine.hidden = !model.typing;
      const typist = model.typing && (model.typing.name || words.assistant);
      this.typingName.textContent = typist ? fill(words.typing, { name: typist }) : '';
      this.compose();
      if (this.open && this.atEnd) this.toEnd();
    }
    renderLauncher(unread) {
      const text = unread ? fill(this.words.unread, { n: this.number.format(unread) }) : '';
      this.badge.hidden = !unread;
      this.badge.textContent = unread > 9 ? '9+' : unread || '';
      this.launcher.setAttribute('aria-label', unread ? `${this.words.open}. ${text}` : this.words.open);
      const aloud = this.open ? '' : text;
      if (this.said.textContent !== aloud) this.said.textContent = aloud;
    }
    renderPartner() {
      const { kind, name } = this.model.partner();
      const key = `${kind} ${name}`;
      if (this.partnerKey !== key) {
        this.partnerKey = key;
        const initials = String(name || '').trim().split(/\s+/).map((part) => [...part][0]).filter(Boolean);
        const short = initials.length > 1 ? initials[0] + initials[initials.length - 1] : initials[0];
        this.avatar.className = `avatar ${kind}`;
        this.avatar.replaceChildren(kind === 'agent' ? short.toLocaleUpperCase() : icon(kind === 'waiting' || kind === 'later' ? 'clock' : 'spark'));
        this.stateLine.className = `state ${kind}`;
        this.stateText.textContent = kind === 'agent' ? name : this.words[kind];
        this.dot.hidden = kind === 'assistant' || kind === 'later';
      }
      this.person.hidden = kind !== 'assistant' || !this.model.loaded || !this.model.people;
      this.person.disabled = this.model.outbox.some((item) => item.content === this.words.personText && !item.failed);
      this.renderWaiting(kind);
    }
    renderWaiting(kind) {
      const { model } = this;
      this.back.hidden = kind !== 'waiting' && kind !== 'later';
      this.back.disabled = !model.link.ready || Boolean(model.cancelling);
      const wanted = kind === 'later' && Boolean(model.handoff.emailWanted);
      if (!wanted) this.emailLeft = false;
      this.emailForm.hidden = !wanted || Boolean(this.emailLeft);
    }
    renderRating() {
      const { model, words } = this;
      const rating = model.ratable();
      // What was said once and thanked for is in the way when the page is opened again.
      if (!rating || (rating.comment && this.ratedHere !== rating.handoffId)) {
        this.rateWish = null;
        this.ratingPart.hidden = true;
        return;
      }
      this.ratingPart.hidden = false;
      const { rateWish: wish } = this;
      if (wish && model.link.ready && !model.ratingSent) return void this.rateWhenReady(wish);
      const sent = wish || model.ratingSent;
      const score = sent ? sent.score : rating.score;
      if (sent) this.ratedHere = rating.handoffId;
      this.scores.forEach((button, i) => button.setAttribute('aria-pressed', String(score === i + 1)));
      this.commentForm.hidden = !rating.score || Boolean(rating.comment);
      const told = model.ratingFailed ? words.failed : rating.score ? words.rated : '';
      this.ratingTold.classList.toggle('bad', Boolean(model.ratingFailed));
      if (this.ratingTold.textContent !== told) this.ratingTold.textContent = told;
    }
    renderBanner() {
      const { link } = this.model;
      const { words } = this;
      let text = '';
      if (!link.ready && link.wanted) {
        this.cutSince = this.cutSince || Date.now();
        const shown = Date.now() - this.cutSince >= BANNER_AFTER;
        if (!shown && !this.bannerTimer) {
          this.bannerTimer = setTimeout(() => {
            this.bannerTimer = 0;
            this.changed();
          }, BANNER_AFTER + 20);
        }
        if (link.refused) text = words.refused;
        else if (navigator.onLine === false || (shown && link.failures > 2)) text = words.offline;
        else if (shown) text = words.connecting;
      } else {
        this.cutSince = 0;
      }
      if (this.banner.textContent === text) return;
      this.banner.className = text ? 'banner' : '';
      this.banner.textContent = text;
    }

    /** What is to be seen, from top to bottom: [key, kind, data]. */
    items() {
      const { model } = this;
      const items = [];
      const rows = model.sorted.concat(
        model.outbox.map((item) => ({ id: item.clientId, clientId: item.clientId, author: 'customer', content: item.content, attachments: item.attachments, at: item.at, pending: item })),
      );
      const greets = model.greeting && rows.length < KEEP && !model.sorted.some((m) => m.author === 'bot' && m.content === model.greeting);
      if (greets) rows.unshift({ id: 'greeting', author: 'bot', content: model.greeting, on: rows.length ? rows[0].at : null });
      let day = '';
      let before = null;
      for (const row of rows) {
        const when = row.at && new Date(row.at);
        const date = when || (row.on && new Date(row.on)); // the greeting has no time, but stands under the first day
        if (date && date.toDateString() !== day) {
          day = date.toDateString();
          items.push({ key: `day ${day}`, day: date });
          before = null;
        }
        const joins =
          before && row.author !== 'system' && before.author === row.author && before.authorName === row.authorName &&
          (!before.at || Math.abs(when - new Date(before.at)) < GROUP_WITHIN);
        if (before && joins) before.last = false;
        const item = { key: row.clientId || row.id, row, author: row.author, authorName: row.authorName, at: row.at, first: !joins, last: true, when };
        items.push(item);
        before = row.author === 'system' ? null : item;
      }
      const own = items.filter((item) => item.author === 'customer');
      if (own.length) own[own.length - 1].newest = true;
      return items;
    }
    /** Nodes are kept by key, so that a screen reader hears only what is added. */
    renderMessages() {
      const items = this.items();
      const keys = new Set(items.map((item) => item.key));
      for (const [key, shown] of this.shownKeys) {
        if (keys.has(key)) continue;
        shown.node.remove();
        this.shownKeys.delete(key);
      }
      let next = this.log.firstChild;
      for (const item of items) {
        let shown = this.shownKeys.get(item.key);
        if (!shown) {
          shown = item.row && item.author !== 'system' ? this.newRow(item) : this.newLine(item);
          if (this.model.loaded && this.announcing) shown.node.classList.add('new');
          this.shownKeys.set(item.key, shown);
        }
        if (shown.update) shown.update(item);
        if (shown.node === next) next = next.nextSibling;
        else this.log.insertBefore(shown.node, next);
      }
      // The history that is there from the start is not read aloud, what comes later is.
      if (this.model.loaded && !this.announcing) {
        this.announcing = true;
        setTimeout(() => this.log.setAttribute('aria-live', 'polite'), 100);
      }
    }
    newLine(item) {
      if (item.day) {
        const label = h('span');
        const update = (now) => {
          const name = this.dayName(now.day); // today becomes yesterday
          if (label.textContent !== name) label.textContent = name;
        };
        return { node: h('div', { class: 'line day' }, label), update };
      }
      const node = h('div', { class: 'line', dir: 'auto' }, h('span', { class: 'vh' }, `${this.words.sysmsg}: `), ...linked(item.row.content));
      return { node };
    }
    newRow(item) {
      const { row } = item;
      const own = row.author === 'customer';
      const speaker = own ? this.words.you : row.authorName || this.words.assistant;
      const name = own ? null : h('div', { class: 'name', 'aria-hidden': 'true', dir: 'auto' }, speaker);
      const time = h('time', { 'aria-hidden': 'true' });
      const spoken = h('span', { class: 'vh' });
      const delivery = own ? h('span', { class: 'delivery' }) : null;
      const actions = h('span', { hidden: true });
      const meta = h('div', { class: 'meta' }, time, delivery, actions);
      const body = h('div', { dir: 'auto' });
      const files = h('div', { class: 'files', hidden: true });
      const node = h('div', {}, spoken, name, h('div', { class: 'bubble' }, body, files), meta);
      let text;
      let shownFiles = '';
      let state = '';
      let looks = '';
      const update = (now) => {
        const clock = now.when ? this.clock.format(now.when) : '';
        const status = own ? this.status(now.row) : '';
        const classes = ['row', own ? 'own' : row.author, now.first && 'first', now.last && 'last', status === 'failed' && 'failed'];
        const look = classes.filter(Boolean).join(' ');
        if (looks !== look) {
          node.className = looks && node.classList.contains('new') ? `${look} new` : look;
          looks = look;
        }
        if (time.textContent !== clock) {
          time.textContent = clock;
          if (now.when) time.dateTime = now.when.toISOString();
          spoken.textContent = `${speaker}${clock && `, ${clock}`}: `;
        }
        if (text !== now.row.content) {
          text = now.row.content;
          body.replaceChildren(...linked(text));
        }
        const carried = filesOf(now.row);
        const ids = carried.map((file) => file.id + (file.gone ? '-' : '')).join();
        if (shownFiles !== ids) {
          shownFiles = ids;
          files.replaceChildren(...carried.map((file) => this.newFile(file)));
          files.hidden = !ids;
        }
        body.hidden = !text && Boolean(ids);
        if (name) name.hidden = !now.first;
        const worded = now.newest || status === 'failed';
        time.hidden = !now.last && !worded;
        meta.hidden = !own && !now.last;
        if (own) delivery.classList.toggle('vh', !now.last && !worded);
        if (state !== status + worded) {
          state = status + worded;
          if (own) this.fillDelivery(delivery, status, worded);
          this.fillActions(actions, status, row.clientId);
        }
      };
      return { node, update };
    }
    status({ pending, delivery }) {
      if (pending) return pending.failed ? 'failed' : 'sending';
      return delivery === 'read' || delivery === 'failed' ? delivery : 'delivered';
    }
    fillDelivery(place, status, worded) {
      const image = { sending: 'clock', delivered: 'tick', read: 'ticks', failed: 'alert' }[status];
      place.className = `delivery ${status}`;
      place.replaceChildren(h('span', { class: worded ? null : 'vh' }, this.words[status]), icon(image));
    }
    fillActions(place, status, clientId) {
      place.hidden = status !== 'failed';
      if (place.hidden) {
        place.replaceChildren();
        return;
      }
      const act = (text, does) => h('button', { type: 'button', onclick: () => (does(), this.input.focus()) }, text);
      place.replaceChildren(act(this.words.retry, () => this.model.again(clientId)), act(this.words.remove, () => this.model.discard(clientId)));
    }
    dayName(when) {
      const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate());
      const days = Math.round((midnight(when) - midnight(new Date())) / 86400000);
      const text = days > -2 && days < 1 ? this.relative.format(days, 'day') : (days > -180 ? this.date : this.olderDate).format(when);
      return text.charAt(0).toLocaleUpperCase(this.language.tag) + text.slice(1);
    }
  }
  customElements.define('relevo-chat', RelevoChat);

  // ------------------------------------------------------------------------------------------------ the script tag's own chat
  if (script && script.dataset.project && !document.querySelector('relevo-chat')) {
    const place = () => {
      const element = document.createElement('relevo-chat');
      for (const name of ATTRIBUTES) if (script.dataset[name]) element.dataset[name] = script.dataset[name];
      document.body.append(element);
    };
    if (document.body) place();
    else document.addEventListener('DOMContentLoaded', place);
  }
})();
