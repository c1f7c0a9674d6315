// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFontMetrics>
#include <QIcon>
#include <QPalette>

namespace lightwell {

/// Our own 16 px line icons, in resources/icons.
enum class Icon {
    Align,
    ArrowLeft,
    ArrowRight,
    Branch,
    Brush,
    Budgets,
    Calendar,
    Canvas,
    Catalog,
    Check,
    ChevronDown,
    ChevronLeft,
    ChevronRight,
    ChevronUp,
    Clock,
    Close,
    Compare,
    Copy,
    Dice,
    Eraser,
    Error,
    Expand,
    Export,
    Eye,
    EyeOff,
    Fill,
    Fit,
    Folder,
    Gallery,
    Gateway,
    InStep,
    Info,
    Invert,
    Keys,
    Lasso,
    Link,
    Minus,
    More,
    No,
    Ok,
    Panel,
    Picture,
    Pin,
    Play,
    Plus,
    RectSelect,
    Redo,
    Reference,
    Retry,
    Save,
    Search,
    Settings,
    Sort,
    Split,
    Star,
    StarOn,
    Stop,
    Swap,
    Tag,
    Trash,
    Undo,
    Unlink,
    Warning,
};

/// How wide and high an icon is beside letters of this size: 16 at usual ones, and no smaller.
[[nodiscard]] inline int iconSide(const QFontMetrics &letters)
{
    constexpr int least = 16;
    return std::max(least, letters.height());
}

/// An icon that is tinted when it is painted, in the application's palette of that moment.
[[nodiscard]] QIcon themedIcon(Icon icon, QPalette::ColorRole role = QPalette::ButtonText);
/// The same for widgets that paint with a colour of their own. `size` in device-independent pixels.
[[nodiscard]] QPixmap iconPixmap(Icon icon, const QColor &color, int size, qreal devicePixelRatio);

} // namespace lightwell
