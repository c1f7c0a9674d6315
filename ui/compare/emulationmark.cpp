// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/emulationmark.h"

#include "ui/compare/reportpopover.h"
#include "ui/texts.h"
#include "ui/widgets/icons.h"

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
    setIcon(themedIcon(Icon::Warning, QPalette::Highlight));
    setIconSize(QSize(13, 13));
    QFont small = font();
    small.setPointSizeF(small.pointSizeF() * 0.88);
    setFont(small);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    connect(this, &QPushButton::clicked, this, &EmulationMark::openReport);
}

void EmulationMark::setMark(const QString &text, const QString &brief, const QStringList &report)
{
    m_text = text;
    m_brief = brief;
    m_report = report;
    QStringList lines = report;
    lines.prepend(text);
    setToolTip(texts::tip(lines.join(u'\n')));
    setAccessibleName(tr("Changed on the way: %1").arg(text));
    updateGeometry();
    fit();
}

QSize EmulationMark::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_text) + besideText, fontMetrics().height() + 8};
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
    for (const QString &candidate : {tr("changed"), m_brief, m_text}) {
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
    auto *popover = new ReportPopover(m_text, m_report, this);
    popover->openBelow(this);
}

} // namespace lightwell
