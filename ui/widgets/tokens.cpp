// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/tokens.h"

#include <algorithm>
#include <cmath>

namespace lightwell {

namespace {

constexpr double readable = 4.5;

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// The ground of what is chosen: of the accent as much as leaves every word on it readable.
QColor groundOfChosen(const Tokens &t, const QColor &accent)
{
    constexpr double least = 0.02;
    QColor ground;
    bool isReadable = false;
    for (double share = t.dark ? 0.18 : 0.14; share > 0 && !isReadable; share -= least) {
        ground = mixed(accent, t.surface, share);
        const std::initializer_list<QColor> inks {t.text, t.muted, t.ok, t.warn, t.bad, t.info};
        isReadable = std::all_of(inks.begin(), inks.end(),
                                 [&ground](const QColor &ink) { return contrast(ink, ground) >= readable; });
    }
    return ground;
}

} // namespace

Tokens lightTokens()
{
    Tokens t;
    t.bg = QColor(0xf4, 0xf4, 0xf2);
    t.surface = QColor(0xff, 0xff, 0xff);
    t.raised = QColor(0xec, 0xec, 0xea);
    t.line = QColor(0xdc, 0xdc, 0xd8);
    t.text = QColor(0x1d, 0x1f, 0x23);
    t.muted = QColor(0x5d, 0x63, 0x6d);
    t.accent = QColor(0x94, 0x59, 0x0a);
    t.onAccent = QColor(0xff, 0xff, 0xff);
    t.selected = QColor(0xf6, 0xea, 0xd7);
    t.ok = QColor(0x17, 0x78, 0x4a);
    t.warn = QColor(0x94, 0x59, 0x0a);
    t.bad = QColor(0xb3, 0x26, 0x1e);
    t.info = QColor(0x1f, 0x5f, 0xb0);
    return t;
}

Tokens darkTokens()
{
    Tokens t;
    t.dark = true;
    t.bg = QColor(0x17, 0x18, 0x1b);
    t.surface = QColor(0x1f, 0x21, 0x25);
    t.raised = QColor(0x29, 0x2c, 0x31);
    t.line = QColor(0x33, 0x36, 0x3c);
    t.text = QColor(0xec, 0xee, 0xf1);
    t.muted = QColor(0xa2, 0xa8, 0xb2);
    t.accent = QColor(0xf0, 0xb2, 0x4a);
    t.onAccent = QColor(0x23, 0x1a, 0x08);
    t.selected = QColor(0x3a, 0x32, 0x22);
    t.ok = QColor(0x58, 0xc0, 0x8a);
    t.warn = QColor(0xf0, 0xb2, 0x4a);
    t.bad = QColor(0xff, 0x7b, 0x72);
    t.info = QColor(0x7d, 0xb7, 0xff);
    return t;
}

Tokens withAccent(Tokens tokens, const QColor &accent)
{
    QColor color = accent;
    for (int step = 0; step < 24; ++step) {
        tokens.accent = color;
        tokens.selected = groundOfChosen(tokens, color);
        if (contrast(color, tokens.bg) >= readable && contrast(color, tokens.selected) >= readable) {
            break;
        }
        color = mixed(color, tokens.dark ? Qt::white : Qt::black, 0.9);
    }
    const QColor ink(0x12, 0x12, 0x14);
    tokens.onAccent = contrast(tokens.accent, Qt::white) >= contrast(tokens.accent, ink) ? QColor(Qt::white) : ink;
    return tokens;
}

QPalette paletteFor(const Tokens &t)
{
    QPalette p;
    const auto set = [&p](QPalette::ColorRole role, const QColor &color) { p.setColor(QPalette::All, role, color); };
    set(QPalette::Window, t.bg);
    set(QPalette::WindowText, t.text);
    set(QPalette::Base, t.surface);
    set(QPalette::AlternateBase, t.raised);
    set(QPalette::Text, t.text);
    set(QPalette::PlaceholderText, t.muted);
    set(QPalette::Button, t.raised);
    set(QPalette::ButtonText, t.text);
    set(QPalette::BrightText, t.bad);
    set(QPalette::Highlight, t.accent);
    set(QPalette::HighlightedText, t.onAccent);
    set(QPalette::Link, t.accent);
    set(QPalette::LinkVisited, t.accent);
    set(QPalette::ToolTipBase, t.surface);
    set(QPalette::ToolTipText, t.text);
    set(QPalette::Light, t.surface);
    set(QPalette::Midlight, t.line);
    set(QPalette::Mid, t.line);
    set(QPalette::Dark, t.line);
    set(QPalette::Shadow, t.dark ? QColor(Qt::black) : t.line);
#if QT_VERSION >= QT_VERSION_CHECK(6, 6, 0)
    set(QPalette::Accent, t.accent);
#endif
    const QColor faint = mixed(t.muted, t.bg, 0.62);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        p.setColor(QPalette::Disabled, role, faint);
    }
    p.setColor(QPalette::Disabled, QPalette::Highlight, mixed(t.muted, t.bg, 0.4));
    return p;
}

Tokens tokensOf(const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Active, QPalette::Window).lightness() < 128;
    const Tokens base = dark ? darkTokens() : lightTokens();
    const QColor accent = palette.color(QPalette::Active, QPalette::Highlight);
    return accent == base.accent ? base : withAccent(base, accent);
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const double rest = 1 - share;
    return QColor::fromRgbF(static_cast<float>(a.redF() * share + b.redF() * rest),
                            static_cast<float>(a.greenF() * share + b.greenF() * rest),
                            static_cast<float>(a.blueF() * share + b.blueF() * rest));
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace lightwell
