#include <ui/conversation/composer.h>

#include <ui/actions/actions.h>
#include <ui/conversation/emoji_grid.h>
#include <ui/conversation/message_edit.h>
#include <ui/files/file_strip.h>
#include <ui/theme/metrics.h>
#include <ui/theme/style.h>
#include <ui/widgets/key_text.h>
#include <ui/widgets/popup_button.h>
#include <ui/widgets/text.h>

#include <protocol/limits.h>

#include <models/names.h>

#include <QtCore/QLocale>
#include <QtCore/QMimeData>
#include <QtCore/QScopedValueRollback>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QPushButton>
#include <QtWidgets/QVBoxLayout>
#include <QtWidgets/QWidgetAction>

namespace relevo::ui {

namespace {

using metrics::grid;

constexpr int mostLines = 8;

} // namespace

Composer::Composer(const Theme& theme, PictureStore& pictures, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_edit(new MessageEdit), m_files(new FileStrip(theme, pictures)),
      m_noteSign(new Text(theme, &Fonts::captionStrong, &Colors::warning)), m_note(new QPushButton),
      m_attach(new QPushButton), m_emoji(new PopupButton), m_reword(new PopupButton), m_send(new QPushButton),
      m_hint(new Text(theme, &Fonts::caption, &Colors::faint)), m_mentions(new MentionList(theme, this)),
      m_canned(new CannedList(theme, *m_edit, this))
{
    m_edit->setObjectName(QStringLiteral("message"));
    m_edit->setAcceptRichText(false);
    m_edit->setTabChangesFocus(true);
    m_edit->setFrameShape(QFrame::NoFrame);
    m_edit->viewport()->setAutoFillBackground(false);
    m_edit->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_edit->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_edit->document()->setDocumentMargin(metrics::half);
    m_edit->installEventFilter(this);
    m_noteSign->setObjectName(QStringLiteral("noteSign"));
    m_noteSign->setWhole(tr("Private note · only your team reads it"));
    m_noteSign->setContentsMargins(metrics::half, 0, metrics::half, 0);
    m_hint->setObjectName(QStringLiteral("composerHint"));
    m_hint->setElided(true);
    makeButtons();

    auto* bottom = new QHBoxLayout;
    bottom->setContentsMargins(0, 0, 0, 0);
    bottom->setSpacing(metrics::half);
    bottom->addWidget(m_note);
    bottom->addWidget(m_attach);
    bottom->addWidget(m_emoji);
    bottom->addWidget(m_reword);
    bottom->addWidget(m_hint, 1);
    bottom->addWidget(m_send);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * grid + grid, grid + 2, 3 * grid + grid, 2 * grid + grid);
    layout->setSpacing(metrics::half);
    layout->addWidget(m_noteSign);
    layout->addWidget(m_edit);
    layout->addWidget(m_files);
    layout->addLayout(bottom);

    connect(m_edit, &QTextEdit::textChanged, this, &Composer::changed);
    connect(m_edit, &QTextEdit::cursorPositionChanged, this, &Composer::offerColleagues);
    connect(m_edit, &QTextEdit::cursorPositionChanged, this, &Composer::offerCanned);
    connect(m_mentions, &QListWidget::itemClicked, this, &Composer::mention);
    connect(m_edit, &MessageEdit::offered, this, [this](const QMimeData* data) { (void)offer(*data); });
    connect(m_files, &FileStrip::removeWanted, this, &Composer::removeFileWanted);
    connect(m_send, &QPushButton::clicked, this, &Composer::send);
    setMode(Mode::Message);
    grow();
}

Composer::~Composer()
{
    delete m_mentions; // they may be the window's children by now
    delete m_canned;
}

void Composer::makeButtons()
{
    m_send->setObjectName(QStringLiteral("send"));
    m_send->setFont(m_theme.fonts().bodyStrong);
    setButtonKind(*m_send, ButtonKind::Primary);

    m_note->setObjectName(QStringLiteral("noteMode"));
    m_note->setCheckable(true);
    m_note->setIcon(m_theme.icon(QStringLiteral("note")));
    m_note->setAccessibleName(tr("Private note"));
    m_note->setFixedWidth(metrics::controlHeight + metrics::half);
    setButtonKind(*m_note, ButtonKind::Quiet);
    connect(m_note, &QPushButton::clicked, this,
            [this](bool on) { Q_EMIT modeWanted(on ? Mode::Note : Mode::Message); });

    m_attach->setObjectName(QStringLiteral("attach"));
    m_attach->setIcon(m_theme.icon(QStringLiteral("attach")));
    m_attach->setAccessibleName(tr("Attach files"));
    m_attach->setFixedWidth(metrics::controlHeight + metrics::half);
    setButtonKind(*m_attach, ButtonKind::Quiet);
    connect(m_attach, &QPushButton::clicked, this, &Composer::chooseFiles);

    m_emoji->setObjectName(QStringLiteral("emoji"));
    m_emoji->setIcon(m_theme.icon(QStringLiteral("smile")));
    m_emoji->setAccessibleName(tr("Emoji"));
    m_emoji->setToolTip(tr("Emoji"));
    m_emoji->setFixedWidth(metrics::controlHeight + metrics::half);
    m_emoji->keepInSight(*this);
    auto* emojis = new EmojiGrid(m_theme);
    auto* action = new QWidgetAction(m_emoji);
    action->setDefaultWidget(emojis);
    m_emoji->popup().addAction(action);
    connect(&m_emoji->popup(), &QMenu::aboutToShow, emojis, &EmojiGrid::startKeyboard);
    connect(emojis, &EmojiGrid::chosen, this, [this](const QString& emoji) {
        m_emoji->popup().close();
        m_edit->insertPlainText(emoji);
        m_edit->setFocus();
    });

    m_reword->setObjectName(QStringLiteral("reword"));
    m_reword->setIcon(m_theme.icon(QStringLiteral("sparkle")));
    m_reword->setAccessibleName(tr("Rephrase"));
    m_reword->setToolTip(tr("Rephrase: shorter, friendlier, in another language"));
    m_reword->setFixedWidth(metrics::controlHeight + metrics::half);
    m_reword->keepInSight(*this);
    const auto add = [this](const QString& words, client::Rewording how) {
        QAction* made = m_reword->popup().addAction(words);
        connect(made, &QAction::triggered, this, [this, how] { Q_EMIT rewordWanted(how); });
        return made;
    };
    add(tr("Shorter"), client::Rewording::Shorter);
    add(tr("Friendlier"), client::Rewording::Friendlier);
    add(tr("More formal"), client::Rewording::Formal);
    m_translate = add({}, client::Rewording::Translation);
    m_translate->setVisible(false);
}

void Composer::setActions(Actions& actions)
{
    bindHint(*m_note, actions.action(ActionId::Note), m_note->accessibleName());
    bindHint(*m_attach, actions.action(ActionId::Attach), m_attach->accessibleName());
}

QString Composer::draft() const
{
    return m_edit->toPlainText();
}

void Composer::setDraft(const QString& text)
{
    const QScopedValueRollback setting(m_setting, true);
    // Also when it is the same: what Ctrl+Z would bring back belongs to another conversation.
    m_edit->setPlainText(text);
    m_edit->moveCursor(QTextCursor::End);
}

void Composer::replace(const QString& text)
{
    QTextCursor cursor(m_edit->document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    m_edit->moveCursor(QTextCursor::End);
}

void Composer::clear()
{
    const QScopedValueRollback setting(m_setting, true);
    m_edit->clear();
}

void Composer::setFiles(const std::vector<client::OutgoingFile>& files)
{
    m_files->setFiles(files);
    m_told.clear();
    refresh();
}

bool Composer::offer(const QMimeData& data)
{
    if (const QStringList paths = MessageEdit::localFiles(data); !paths.isEmpty())
        Q_EMIT filesOffered(paths);
    else if (MessageEdit::holdsFiles(data))
        Q_EMIT pictureOffered(data.imageData().value<QImage>());
    else
        return false;
    return true;
}

void Composer::chooseFiles()
{
    auto* dialog = new QFileDialog(this, tr("Attach files"));
    dialog->setObjectName(QStringLiteral("attachDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &Composer::filesOffered);
    connect(dialog, &QDialog::finished, this, &Composer::takeFocus);
    dialog->open();
}

void Composer::setMode(Mode mode)
{
    m_mode = mode;
    m_mentions->hide();
    m_canned->hide();
    const bool note = mode == Mode::Note;
    m_note->setChecked(note);
    m_noteSign->setVisible(note);
    m_edit->setAccessibleName(note ? tr("Private note") : tr("Message"));
    m_send->setText(note ? tr("Add note") : tr("Send"));
    m_send->setAccessibleName(m_send->text());
    m_send->setIcon(m_theme.icon(note ? QStringLiteral("note") : QStringLiteral("send"), &Colors::onAccent));
    m_reword->setVisible(!note);
    refresh();
    update();
}

void Composer::setConnected(bool connected)
{
    m_connected = connected;
    refresh();
}

void Composer::setHabits(std::function<WritingHabits()> habits)
{
    m_habits = std::move(habits);
    refresh();
}

WritingHabits Composer::habits() const
{
    return m_habits ? m_habits() : WritingHabits();
}

void Composer::setLanguage(const QString& code)
{
    const QLocale locale(code);
    m_canned->setLanguage(code);
    m_translate->setVisible(!code.isEmpty() && locale.language() != QLocale::C);
    m_translate->setText(tr("In %1").arg(models::languageName(code)));
}

void Composer::select(qsizetype start, qsizetype length)
{
    QTextCursor cursor(m_edit->document());
    cursor.setPosition(static_cast<int>(start));
    cursor.setPosition(static_cast<int>(start + length), QTextCursor::KeepAnchor);
    m_edit->setTextCursor(cursor);
    m_edit->setFocus();
}

void Composer::setRewording(bool on)
{
    m_rewording = on;
    refresh();
}

void Composer::tell(const QString& words, bool trouble)
{
    m_told = words;
    m_toldTrouble = trouble;
    refresh();
}

void Composer::takeFocus()
{
    m_edit->setFocus(Qt::ShortcutFocusReason);
}

bool Composer::isTooLong() const
{
    const QString text = draft();
    const auto most =
        static_cast<qsizetype>(m_mode == Mode::Note ? protocol::maxNotesBytes : protocol::maxContentBytes);
    return text.size() > most / 4 && text.toUtf8().size() > most;
}

void Composer::changed()
{
    m_told.clear();
    refresh();
    grow();
    if (!m_setting && isVisible())
        Q_EMIT edited();
}

void Composer::refresh()
{
    const bool something = !draft().trimmed().isEmpty();
    const bool tooLong = isTooLong();
    m_edit->setPlaceholderText(m_mode == Mode::Note ? tr("Write a note for your colleagues…")
                               : m_connected
                                   ? tr("Write a message…")
                                   : tr("Write a message; it is sent when the connection is back…"));
    m_send->setEnabled((something || !m_files->isEmpty()) && !tooLong && !isLocked());
    if (m_mode == Mode::Message)
        m_send->setIcon(
            m_theme.icon(isLocked() ? QStringLiteral("lock") : QStringLiteral("send"), &Colors::onAccent));
    m_send->setToolTip(QStringLiteral("%1 (%2)").arg(
        m_send->text(), nativeText(habits().enterSends ? QKeyCombination(Qt::Key_Return)
                                                       : QKeyCombination(Qt::CTRL | Qt::Key_Return))));
    m_reword->setEnabled(something && m_connected && !m_rewording && !tooLong);
    m_hint->setColor(tooLong || (!m_told.isEmpty() && m_toldTrouble) ? &Colors::danger : &Colors::faint);
    const QString hint = hintWords();
    m_hint->setWhole(hint);
    m_hint->setShorter(hint.section(QStringLiteral(" · "), 0, 0));
}

QString Composer::hintWords() const
{
    if (isLocked())
        return m_lock;
    if (isTooLong())
        return tr("Too long to send as one message");
    if (m_rewording)
        return tr("Rephrasing…");
    if (!m_told.isEmpty())
        return m_told;
    if (!m_connected)
        return tr("Offline: your messages are kept and sent later");
    if (m_note->isChecked())
        return habits().enterSends ? tr("Enter adds the note · Shift+Enter starts a new line")
                                   : tr("Ctrl+Enter adds the note · Enter starts a new line");
    return habits().enterSends ? tr("Enter sends · Shift+Enter starts a new line")
                               : tr("Ctrl+Enter sends · Enter starts a new line");
}

void Composer::grow()
{
    const int line = QFontMetrics(m_edit->font()).lineSpacing();
    const int margin = 2 * metrics::half;
    const int wanted = static_cast<int>(m_edit->document()->size().height());
    m_edit->setFixedHeight(std::clamp(wanted, line + margin, mostLines * line + margin) + 2);
}

void Composer::send()
{
    const QString text = draft().trimmed();
    if ((text.isEmpty() && m_files->isEmpty()) || isTooLong() || isLocked())
        return;
    m_edit->setFocus();
    Q_EMIT sendRequested(text);
}

bool Composer::keyPressed(const QKeyEvent& key)
{
    if (mentionKey(key) || m_canned->key(key.key()))
        return true;
    const bool enter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    const bool control = key.modifiers().testFlag(Qt::ControlModifier);
    if (enter && !key.modifiers().testFlag(Qt::ShiftModifier)) {
        // Ctrl+Enter sends whatever Enter does.
        if (!habits().enterSends && !control)
            return false;
        // Whoever rests on the key is asked first; only a new stroke may answer.
        if (key.isAutoRepeat())
            return true;
        send();
        return true;
    }
    if (key.key() == Qt::Key_Escape) {
        Q_EMIT left();
        return true;
    }
    if (key.matches(QKeySequence::Undo) && !m_edit->document()->isUndoAvailable()) {
        Q_EMIT takeBackWanted();
        return true;
    }
    // In an empty field the arrows have nowhere to go, and must not scroll or leave it.
    const bool upOrDown = key.key() == Qt::Key_Up || key.key() == Qt::Key_Down;
    return upOrDown && m_edit->document()->isEmpty();
}

bool Composer::isOurs(const QKeyEvent& key) const
{
    if (!key.matches(QKeySequence::Undo))
        return true; // Ctrl+Enter sends, whatever else it means in the window
    return m_edit->document()->isUndoAvailable() || (m_canTakeBack && m_canTakeBack());
}

bool Composer::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_edit)
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        if (event->type() == QEvent::FocusOut && m_mentions)
            m_mentions->hide();
        if (event->type() == QEvent::FocusOut && m_canned)
            m_canned->hide();
        refresh();
        update();
    }
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = *static_cast<QKeyEvent*>(event);
        if (key.matches(QKeySequence::Undo) || key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
            event->setAccepted(isOurs(key));
            return true;
        }
    }
    if (event->type() == QEvent::KeyPress && keyPressed(*static_cast<QKeyEvent*>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

void Composer::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    grow();
}

void Composer::paintEvent(QPaintEvent*)
{
    const Colors& c = m_theme.colors();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = m_edit->hasFocus();
    const bool note = m_mode == Mode::Note;
    const qreal width = focused ? 2.0 : 1.0;
    painter.setPen(QPen(note ? c.warning : focused ? c.accentText : c.strongBorder, width));
    painter.setBrush(note ? c.warningSoft : c.surface);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(3 * grid - 0.5, 0.5 + width / 2, -3 * grid + 0.5, -2 * grid + 0.5),
        metrics::bubbleRadius, metrics::bubbleRadius);
}

} // namespace relevo::ui
