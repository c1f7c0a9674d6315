// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/selectionbar.h"

#include "ui/gallery/gallerytexts.h"
#include "ui/shortcuts/keybinding.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int below = 16; ///< from the lower edge
constexpr int minMargin = 12; ///< from the sides

QString sumsOf(const QList<LibraryRow> &rows)
{
    Money known = Money::zero();
    qint64 unknown = 0;
    qint64 bytes = 0;
    for (const LibraryRow &row : rows) {
        bytes += row.bytes;
        if (row.cost.isKnown()) {
            known += row.cost;
        } else {
            ++unknown;
        }
    }
    const QString cost = unknown == 0    ? texts::total(known)
        : unknown == qint64(rows.size()) ? SelectionBar::tr("cost unknown")
                                         : SelectionBar::tr("%1 + %2 unknown").arg(texts::total(known)).arg(unknown);
    return u"%1 · %2"_s.arg(known == Money::zero() && unknown == 0 ? SelectionBar::tr("free") : cost,
                            gallerytexts::bytes(bytes));
}

} // namespace

SelectionBar::SelectionBar(const Keymap &keymap, QWidget *parent)
    : Card(Ground::Surface, parent)
    , m_keymap(keymap)
    , m_count(new TextLabel(TextLabel::Voice::Strong))
    , m_sums(new TextLabel(TextLabel::Voice::Muted))
{
    setObjectName(u"gallerySelection"_s);
    m_count->setObjectName(u"gallerySelectionCount"_s);
    m_sums->setObjectName(u"gallerySelectionSums"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 7, 8, 7);
    row->setSpacing(8);
    row->addWidget(m_count);
    row->addWidget(m_sums);
    row->addSpacing(8);
    m_compare = add(u"galleryCompare"_s, Icon::Compare, tr("Compare"), tr("Compare the chosen pictures"));
    m_compare->setKind(Button::Kind::Primary);
    m_reference = add(u"galleryReference"_s, Icon::Reference, tr("As reference"), tr("Use them as reference pictures"));
    m_export = add(u"galleryExport"_s, Icon::Export, tr("Export…"), tr("Export the chosen pictures"));
    m_tag = add(u"galleryTagThem"_s, Icon::Tag, tr("Tag…"), tr("Tag the chosen pictures"));
    m_star = add(u"galleryStar"_s, Icon::Star, {}, tr("Star"));
    m_hide = add(u"galleryHide"_s, Icon::EyeOff, {}, tr("Hide"));
    Button *remove = add(u"galleryDelete"_s, Icon::Trash, {}, tr("Delete"));
    auto *close = named(new Button(Button::Kind::Quiet), u"galleryClearSelection"_s, tr("Choose none"));
    close->setIcon(themedIcon(Icon::Close));
    setTip(close, tr("Choose none (Escape)"));
    row->addWidget(close);
    setTip(m_tag, tr("Tag"), m_keymap, KeyAction::TagPicture);
    setTip(remove, tr("Delete: they wait in the bin for 30 days"));
    connect(m_compare, &QAbstractButton::clicked, this, &SelectionBar::compareWanted);
    connect(m_reference, &QAbstractButton::clicked, this, &SelectionBar::referenceWanted);
    connect(m_export, &QAbstractButton::clicked, this, &SelectionBar::exportWanted);
    connect(m_tag, &QAbstractButton::clicked, this, &SelectionBar::tagWanted);
    connect(m_star, &QAbstractButton::clicked, this, [this] { Q_EMIT starWanted(!m_allStarred); });
    connect(m_hide, &QAbstractButton::clicked, this, [this] { Q_EMIT hideWanted(!m_allHidden); });
    connect(remove, &QAbstractButton::clicked, this, &SelectionBar::deleteWanted);
    connect(close, &QAbstractButton::clicked, this, &SelectionBar::cleared);
    setCanCompare(false);
    setCanExport(false);
    setCanReference(false);
    parent->installEventFilter(this);
    hide();
}

Button *SelectionBar::add(const QString &objectName, Icon icon, const QString &text, const QString &name)
{
    auto *button = named(new Button(Button::Kind::Normal, text), objectName, name);
    button->setIcon(themedIcon(icon));
    if (text.isEmpty()) {
        setTip(button, name);
    }
    layout()->addWidget(button);
    return button;
}

void SelectionBar::setCanCompare(bool can)
{
    m_compare->setVisible(can);
    place();
}

void SelectionBar::setCanExport(bool can)
{
    m_export->setVisible(can);
    place();
}

void SelectionBar::setCanReference(bool can)
{
    m_reference->setVisible(can);
    place();
}

void SelectionBar::setRows(const QList<LibraryRow> &rows)
{
    setVisible(!rows.isEmpty());
    if (rows.isEmpty()) {
        return;
    }
    const auto count = rows.size();
    m_count->setText(tr("%1 selected").arg(QLocale().toString(count)));
    m_sums->setText(sumsOf(rows));
    const bool fits = count >= minCompared && count <= maxCompared;
    m_compare->setEnabled(fits);
    setTip(m_compare, fits ? QString() : tr("Two to four pictures can be compared."));
    m_allStarred = std::all_of(rows.cbegin(), rows.cend(), [](const LibraryRow &row) { return row.isStarred; });
    m_allHidden = std::all_of(rows.cbegin(), rows.cend(), [](const LibraryRow &row) { return row.isHidden; });
    m_star->setIcon(themedIcon(m_allStarred ? Icon::StarOn : Icon::Star));
    m_star->setAccessibleName(m_allStarred ? tr("Take the star away") : tr("Star"));
    setTip(m_star, m_star->accessibleName(), m_keymap, KeyAction::Star);
    m_hide->setIcon(themedIcon(m_allHidden ? Icon::Eye : Icon::EyeOff));
    m_hide->setAccessibleName(m_allHidden ? tr("Show again") : tr("Hide"));
    setTip(m_hide, m_hide->accessibleName(), m_keymap, KeyAction::HidePicture);
    place();
    raise();
}

/// Where there is no room for them, the sums go, and then the words of the buttons.
void SelectionBar::place()
{
    const QSize room = parentWidget()->size();
    const int most = room.width() - 2 * minMargin;
    m_sums->setVisible(true);
    m_tag->setText(tr("Tag…"));
    m_export->setText(tr("Export…"));
    m_reference->setText(tr("As reference"));
    layout()->activate();
    if (sizeHint().width() > most) {
        m_sums->setVisible(false);
    }
    if (sizeHint().width() > most) {
        m_reference->setText({});
        m_tag->setText({});
        m_export->setText({});
    }
    const QSize size = sizeHint().boundedTo(QSize(std::max(most, minimumSizeHint().width()), room.height()));
    setGeometry((room.width() - size.width()) / 2, room.height() - size.height() - below, size.width(), size.height());
}

bool SelectionBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible()) {
        place();
    }
    return Card::eventFilter(watched, event);
}

} // namespace lightwell
