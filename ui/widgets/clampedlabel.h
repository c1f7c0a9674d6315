// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/textlabel.h"

namespace lightwell {

/// A text of at most some lines, cut with … at the end of the last one. text() is all of it, for screen readers and
/// for whoever shows the rest.
class ClampedLabel : public TextLabel
{
    Q_OBJECT
public:
    ClampedLabel(Voice voice, int lines, QWidget *parent = nullptr);
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool isCut() const; ///< at the width of now

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QStringList broken(int width) const; ///< one more than there may be where it is cut
    int m_lines;
};

} // namespace lightwell
