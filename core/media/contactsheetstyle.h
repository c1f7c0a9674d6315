// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>

namespace lightwell {

/// Colours and type of a contact sheet: the window's, but quieter, so that nothing competes with the pictures.
struct ContactSheetStyle
{
    explicit ContactSheetStyle(bool dark)
        : page(QRgb(dark ? 0xff1b1b1d : 0xfff4f4f2))
        , card(QRgb(dark ? 0xff262628 : 0xffffffff))
        , edge(QRgb(dark ? 0xff39393c : 0xffe0dfdc))
        , ground(QRgb(dark ? 0xff1f1f21 : 0xffebebe9))
        , text(QRgb(dark ? 0xfff2f2f0 : 0xff1c1c1e))
        , quiet(QRgb(dark ? 0xffa5a5a8 : 0xff5f6166))
        , trouble(QRgb(dark ? 0xffff9a8d : 0xffb3261e))
    {
    }

    [[nodiscard]] static QFont font(int pixels, QFont::Weight weight = QFont::Normal)
    {
        QFont result;
        result.setFamilies({QStringLiteral("Inter"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
        result.setPixelSize(pixels);
        result.setWeight(weight);
        return result;
    }

    QColor page;
    QColor card;
    QColor edge;
    QColor ground;
    QColor text;
    QColor quiet;
    QColor trouble;

    static constexpr int margin = 40;
    static constexpr int gap = 20;
    static constexpr int padding = 16;
    static constexpr int corner = 12;
    static constexpr int titleSize = 24;
    static constexpr int nameSize = 17;
    static constexpr int lineSize = 14;
    static constexpr int lineHeight = 21;
};

} // namespace lightwell
