// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

/// Words on their way to a place where Qt looks for HTML by itself: tool tips, message boxes, labels. HTML from outside
/// could open files of this computer (<img src=/…>) and dress itself up as the program's own words. Nothing else in
/// the house fills such places (tests/house), and Style makes plain those that Qt itself opens.
namespace lightwell {

/// Plain text for a tool tip: lines of a readable length, which Qt would not break by itself, and never so much that it
/// covers the screen. Qt takes it for HTML nowhere (a word joiner, which is not seen, stands in what could be a tag),
/// and everything in it that acts or hides is made visible: see displayText().
[[nodiscard]] QString tipText(const QString &text);

void setTip(QWidget *widget, const QString &text); ///< an empty text takes the tip away

} // namespace lightwell
