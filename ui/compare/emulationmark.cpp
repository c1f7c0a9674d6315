// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/emulationmark.h"

#include "ui/compare/reportpopover.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plaintext.h"

#include <QResizeEvent>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace lightwell {

namespace {

constexpr int besideText = 34; ///< the sign and the room around the text

} // namespace

EmulationMark::EmulationMark(QWidget *parent)
    : Button(Kind::Pill, {}, parent)
{
    setIconSize(QSize(13, 13));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    setFont(small);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(this, &QPushButton::clicked, this, &EmulationMark::openReport);
}

void EmulationMark::setMark(const EmulationText &text)
{
    m_text = text;
    setIcon(text.calm ? themedIcon(Icon::Info, QPalette::PlaceholderText)
                      : themedIcon(Icon::Warning, QPalette::Highlight));
    setTip(this, text.whole());
    setAccessibleName(tr("Changed on the way: %1").arg(text.mark));
    updateGeometry();
    fit();
}

QSize EmulationMark::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text.mark) + besideText, fontMetrics().height() + 8};
}

QSize EmulationMark::minimumSizeHint() const
{
    return {besideText, sizeHint().height()};
}

/// No wider than what it says: where the long text does not fit, the short one needs less than the room there is.
void EmulationMark::paintEvent(QPaintEvent *)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    const int needed = fontMetrics().horizontalAdvance(text()) + besideText;
    option.rect = QStyle::visualRect(layoutDirection(), rect(), QRect(0, 0, std::min(width(), needed), height()));
    QStylePainter(this).drawControl(QStyle::CE_PushButton, option);
}

void EmulationMark::resizeEvent(QResizeEvent *event)
{
    Button::resizeEvent(event);
    fit();
}

void EmulationMark::fit()
{
    const int room = width() - besideText;
    // The longest that fits; in the narrowest cells the sign alone.
    QString shown;
    for (const QString &candidate : {tr("changed"), m_text.brief, m_text.mark}) {
        if (fontMetrics().horizontalAdvance(candidate) <= room) {
            shown = candidate;
        }
    }
    if (shown != text()) {
        setText(shown);
    }
}

void EmulationMark::openReport()
{
    auto *popover = new ReportPopover(m_text, this);
    popover->openBelow(this);
}

} // namespace lightwell
