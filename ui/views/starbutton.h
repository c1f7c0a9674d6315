// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/viewedpicture.h"
#include "ui/widgets/button.h"

namespace lightwell {

class CellMarks;
class Keymap;

/// The star of a picture that is looked at closely. A press gives it or takes it away; there is none where pictures
/// cannot be marked.
class StarButton : public Button
{
    Q_OBJECT
public:
    /// `keymap` is told from in the tip; null: no key does the same here.
    StarButton(const QString &objectName, CellMarks &marks, const Keymap *keymap, QWidget *parent = nullptr);
    void setPicture(const ViewedPicture &picture);
    [[nodiscard]] bool isStarred() const;
    void toggle(); ///< as by a press

private:
    void refresh();
    [[nodiscard]] bool canHaveStar() const; ///< a file of anywhere can not
    CellMarks &m_marks;
    const Keymap *m_keymap;
    ViewedPicture m_picture;
};

} // namespace lightwell
