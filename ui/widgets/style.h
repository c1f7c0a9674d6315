// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/insidewindow.h"
#include "ui/widgets/scrollring.h"
#include "ui/widgets/wheelscrolls.h"

#include <QProxyStyle>

namespace lightwell {

/// How controls are drawn: Fusion's behaviour with our own shapes, in the colours of tokensOf(palette).
class Style : public QProxyStyle
{
    Q_OBJECT
public:
    Style();
    void setMnemonicsShown(bool shown) { m_mnemonicsShown = shown; } ///< the letters for Alt, underlined

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                       const QWidget *widget) const override;
    [[nodiscard]] QRect subElementRect(SubElement element, const QStyleOption *option,
                                       const QWidget *widget) const override;
    [[nodiscard]] QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                         const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *returned) const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    WheelScrolls m_wheelScrolls;
    InsideWindow m_insideWindow;
    ScrollRing m_scrollRing;
    bool m_mnemonicsShown = false;
};

} // namespace lightwell
