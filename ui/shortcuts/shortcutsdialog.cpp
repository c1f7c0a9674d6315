// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shortcuts/shortcutsdialog.h"

#include "ui/shortcuts/keycombination.h"
#include "ui/shortcuts/keymap.h"
#include "ui/shortcuts/keyrules.h"
#include "ui/shortcuts/keysfield.h"
#include "ui/shortcuts/shortcuttable.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/rowtable.h"
#include "ui/widgets/textlabel.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize usualSize(600, 660);
constexpr QSize minRoom(48, 48); ///< that is left of the window around it
constexpr int minTable = 110;

QString quoted(KeyAction action)
{
    return ShortcutsDialog::tr("“%1”").arg(keyactions::of(action).title);
}

} // namespace

ShortcutsDialog::ShortcutsDialog(Keymap &keymap, QWidget *parent)
    : QDialog(parent)
    , m_keymap(keymap)
    , m_list(new ShortcutTable(keymap, this))
    , m_search(named(new QLineEdit, u"shortcutSearch"_s, tr("Search by name, group or keys")))
    , m_table(new RowTable(*m_list, {{ShortcutTable::What, {}, 3}, {ShortcutTable::Keys, {}, 2}}, u"shortcutTable"_s,
                           tr("Shortcuts")))
    , m_name(new TextLabel(TextLabel::Voice::Section))
    , m_keys(new KeysField(u"shortcutKeys"_s, tr("Keys")))
    , m_none(named(new Button(Button::Kind::Normal, tr("&No keys")), u"shortcutNone"_s, tr("No keys")))
    , m_reset(named(new Button(Button::Kind::Normal, tr("&Reset")), u"shortcutReset"_s, tr("Reset")))
    , m_notice(new Banner(Meaning::Warning, u"shortcutNotice"_s))
    , m_note(new TextLabel(TextLabel::Voice::Small))
    , m_resetAll(named(new Button(Button::Kind::Normal, tr("Reset &all")), u"shortcutResetAll"_s, tr("Reset all")))
{
    named(static_cast<QWidget *>(this), u"shortcutsDialog"_s, tr("Shortcuts"));
    setWindowTitle(accessibleName());
    build();
    if (parent) {
        resize(usualSize.boundedTo(parent->window()->size() - minRoom));
    }
    m_search->installEventFilter(this);
    m_table->installEventFilter(this);
    connect(m_search, &QLineEdit::textChanged, this, &ShortcutsDialog::search);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ShortcutsDialog::showAction);
    connect(m_table, &QAbstractItemView::doubleClicked, this, [this] { m_keys->setFocus(Qt::OtherFocusReason); });
    connect(m_keys, &KeysField::pressed, this, &ShortcutsDialog::tryKeys);
    connect(m_keys, &KeysField::entered, this, &ShortcutsDialog::act);
    connect(m_notice, &Banner::actionTriggered, this, &ShortcutsDialog::act);
    connect(m_none, &QPushButton::clicked, this, [this] {
        m_keys->setFocus(Qt::OtherFocusReason); // not on whatever comes next, which a second press would press
        m_keymap.set(*m_action, {});
    });
    connect(m_reset, &QPushButton::clicked, this, [this] {
        m_keys->setFocus(Qt::OtherFocusReason);
        m_keymap.reset(*m_action);
    });
    connect(m_resetAll, &QPushButton::clicked, this, &ShortcutsDialog::resetAll);
    connect(&m_keymap, &Keymap::changed, this, &ShortcutsDialog::showKeys);
    select(m_list->firstAction());
    showAction();
    m_search->setFocus();
}

void ShortcutsDialog::build()
{
    m_search->setPlaceholderText(m_search->accessibleName());
    m_search->addAction(themedIcon(Icon::Search, QPalette::PlaceholderText), QLineEdit::LeadingPosition);
    m_search->setClearButtonEnabled(false);
    m_table->setMinimumHeight(minTable);
    m_name->setObjectName(u"shortcutName"_s);
    m_name->setElided(true);
    setTip(m_reset, tr("The usual keys of this action"));
    setTip(m_resetAll, tr("The usual keys of all actions"));
    m_note->setText(tr("Arrows, Enter, Space, Escape, Tab and the digits of pictures do what they always do."));
    m_note->setWordWrap(true);
    auto *card = new Card;
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(1, 6, 1, 6);
    inside->addWidget(m_table);
    auto *edit = new QHBoxLayout;
    edit->setSpacing(8);
    edit->addWidget(m_keys, 1);
    edit->addWidget(m_none);
    edit->addWidget(m_reset);
    auto *close = named(new Button(Button::Kind::Primary, tr("&Close")), u"shortcutsClose"_s, tr("Close"));
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_resetAll);
    buttons->addStretch();
    buttons->addWidget(close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(8);
    layout->addWidget(new TextLabel(TextLabel::Voice::Heading, windowTitle()));
    layout->addWidget(m_search);
    layout->addWidget(card, 1);
    layout->addWidget(m_name);
    layout->addLayout(edit);
    layout->addWidget(m_notice);
    layout->addWidget(m_note);
    layout->addSpacing(4);
    layout->addLayout(buttons);
}

void ShortcutsDialog::search(const QString &words)
{
    const std::optional<KeyAction> before = m_action;
    m_list->setWords(words);
    const int row = before ? m_list->rowOf(*before) : -1;
    select(row < 0 ? m_list->firstAction() : row);
    showAction();
}

void ShortcutsDialog::select(int row)
{
    m_table->setCurrentIndex(m_list->index(row, ShortcutTable::What));
}

void ShortcutsDialog::showAction()
{
    m_action = m_list->actionAt(m_table->currentIndex().row());
    const QString title = m_action ? keyactions::of(*m_action).title : tr("Nothing has these words.");
    m_name->setText(title);
    m_keys->setAccessibleName(m_action ? tr("Keys of %1").arg(title) : tr("Keys"));
    showKeys();
}

void ShortcutsDialog::showKeys()
{
    m_keys->setEnabled(m_action.has_value());
    m_keys->showKeys(m_action ? m_keymap.keys(*m_action).value(0) : QKeySequence());
    m_none->setEnabled(m_action && !m_keymap.keys(*m_action).isEmpty());
    m_reset->setEnabled(m_action && m_keymap.isOwn(*m_action));
    m_resetAll->setEnabled(!m_keymap.kept().isEmpty());
    const std::optional<KeyAction> taker = m_action ? m_keymap.takerOf(*m_action) : std::nullopt;
    if (taker) {
        say(Meaning::Info, tr("Usual keys of this are now those of %1.").arg(quoted(*taker)), tr("&Take them back"),
            [this, action = *m_action] { m_keymap.takeBack(action); });
    } else {
        fallSilent();
    }
}

void ShortcutsDialog::tryKeys(QKeyCombination keys)
{
    if (!m_action) {
        return;
    }
    showKeys();
    const QKeySequence tried(keys);
    const QString text = keycombination::text(tried);
    if (const auto objection = keyrules::objection(keyactions::of(*m_action), keys)) {
        say(Meaning::Warning, keyrules::sentence(*objection, text));
    } else if (const std::optional<KeyAction> holder = m_keymap.holder(*m_action, tried)) {
        m_keys->showKeys(tried);
        say(Meaning::Warning, tr("%1 is %2 already, which would have those keys no more.").arg(text, quoted(*holder)),
            tr("&Take over"), [this, action = *m_action, tried] { m_keymap.set(action, tried); });
    } else {
        m_keymap.set(*m_action, tried);
    }
}

void ShortcutsDialog::resetAll()
{
    m_table->setFocus(Qt::OtherFocusReason);
    const QVariantMap before = m_keymap.kept();
    m_keymap.resetAll();
    say(Meaning::Ok, tr("All actions have their usual keys."), tr("&Undo"),
        [this, before] { m_keymap.bringBack(before); });
}

void ShortcutsDialog::say(Meaning meaning, const QString &text, const QString &action, std::function<void()> act)
{
    m_act = std::move(act);
    m_notice->setMeaning(meaning);
    m_notice->setText(text);
    m_notice->setAction(action);
    m_note->hide();
    m_notice->show();
}

void ShortcutsDialog::fallSilent()
{
    m_act = {};
    m_notice->hide();
    m_note->show();
}

void ShortcutsDialog::act()
{
    if (const auto wanted = std::exchange(m_act, {})) {
        m_keys->setFocus(Qt::OtherFocusReason);
        wanted();
    }
}

bool ShortcutsDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (watched == m_search && (key == Qt::Key_Down || isEnter)) {
            m_table->setFocus(Qt::TabFocusReason);
            return true;
        }
        if (watched == m_table && (isEnter || key == Qt::Key_Space) && m_action) {
            m_keys->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace lightwell
