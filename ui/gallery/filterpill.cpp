// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/filterpill.h"

#include "ui/texts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/stylepainting.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int side = 11; ///< before the words
constexpr int signRoom = 26; ///< behind them
constexpr int sign = 12;
constexpr int widestWords = 160;

} // namespace

FilterPill::FilterPill(const QString &objectName, const QString &any, QWidget *parent)
    : Button(Kind::Pill, {}, parent)
    , m_any(any)
{
    setObjectName(objectName);
    setAttribute(Qt::WA_Hover);
    connect(this, &QAbstractButton::clicked, this, &FilterPill::openChoices);
    updateWords();
}

void FilterPill::setChoices(const QList<std::pair<QVariant, QString>> &choices)
{
    m_choices = choices;
    updateWords();
}

void FilterPill::setValue(const QVariant &value)
{
    m_value = value;
    updateWords();
}

void FilterPill::setAlwaysChosen(bool always)
{
    m_isAlwaysChosen = always;
    updateWords();
}

void FilterPill::updateWords()
{
    const auto found = std::find_if(m_choices.cbegin(), m_choices.cend(),
                                    [this](const auto &choice) { return choice.first == m_value; });
    const QString words = !m_value.isValid() ? m_any : found != m_choices.cend() ? found->second : m_value.toString();
    setText(fontMetrics().elidedText(words, Qt::ElideRight, widestWords).replace(u'&', "&&"_L1));
    setAccessibleName(isSet() || m_isAlwaysChosen ? tr("%1: %2").arg(m_any, words) : m_any);
    setTip(this, isSet() ? tr("%1: %2. Delete takes it away.").arg(m_any, words) : QString());
    updateGeometry();
    update();
}

QSize FilterPill::sizeHint() const
{
    const int words = fontMetrics().horizontalAdvance(texts::withoutMnemonic(text()));
    return {side + words + signRoom + 2, fontMetrics().height() + 10};
}

QRect FilterPill::crossRect() const
{
    return QStyle::visualRect(layoutDirection(), rect(), QRect(width() - signRoom, 0, signRoom, height()));
}

void FilterPill::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    const QRectF area(rect());
    const double radius = height() / 2.0;
    const QColor ground = isSet() ? t.selected : underMouse() || isDown() ? mixed(t.text, t.raised, 0.08) : t.raised;
    painting::roundedBox(&painter, area, radius, ground, isSet() ? t.accent : t.line);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painting::focusRing(&painter, area, radius, t);
    }
    const QColor ink = isSet() ? t.accent : t.text;
    QFont own = font();
    own.setWeight(QFont::Medium);
    painter.setFont(own);
    painter.setPen(ink);
    const QRect words =
        QStyle::visualRect(layoutDirection(), rect(), QRect(side, 0, width() - side - signRoom + 4, height()));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeading | painting::mnemonicFlag(this), text());
    const QRect place = crossRect();
    painter.drawPixmap(
        place.center() - QPoint(sign / 2 + (isRightToLeft() ? -2 : 2), sign / 2 - 1),
        iconPixmap(isSet() ? Icon::Close : Icon::ChevronDown, isSet() ? t.accent : t.muted, sign, devicePixelRatioF()));
}

void FilterPill::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isOnCross = isSet() && event->button() == Qt::LeftButton && crossRect().contains(event->pos());
    if (isOnCross && isDown()) {
        setDown(false);
        take({});
        return;
    }
    Button::mouseReleaseEvent(event);
}

void FilterPill::keyPressEvent(QKeyEvent *event)
{
    if (isSet() && (event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace)) {
        take({});
        return;
    }
    if (event->key() == Qt::Key_Down) {
        openChoices();
        return;
    }
    Button::keyPressEvent(event);
}

void FilterPill::enterEvent(QEnterEvent *event)
{
    Button::enterEvent(event);
    update();
}

void FilterPill::leaveEvent(QEvent *event)
{
    Button::leaveEvent(event);
    update();
}

void FilterPill::take(const QVariant &value)
{
    setValue(value);
    Q_EMIT chosen();
}

void FilterPill::openChoices()
{
    auto *menu = named(new QMenu(this), objectName() + ".menu"_L1, m_any);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int i = 0; i < m_choices.size(); ++i) {
        const auto &[value, name] = m_choices.at(i);
        QAction *action = menu->addAction(QString(name).replace(u'&', "&&"_L1));
        action->setObjectName(u"%1.%2"_s.arg(objectName()).arg(i));
        action->setCheckable(true);
        action->setChecked(value == m_value);
        connect(action, &QAction::triggered, this, [this, value = value] { take(value); });
    }
    if (m_choices.isEmpty()) {
        menu->addAction(tr("Nothing to choose from yet"))->setEnabled(false);
    }
    menu->popup(mapToGlobal(QPoint(0, height() + 4)));
}

} // namespace lightwell
