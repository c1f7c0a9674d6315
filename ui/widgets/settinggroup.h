// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

class QVBoxLayout;

namespace lightwell {

/// A titled card of settings: what it is and what it does at the left, the control at the right.
class SettingGroup : public Card
{
    Q_OBJECT
public:
    /// `text` says under the title what all of these are for; it may be empty.
    explicit SettingGroup(const QString &title, const QString &text = {}, QWidget *parent = nullptr);
    /// `title` may carry a mnemonic; it leads to the control.
    void addRow(const QString &title, const QString &text, QWidget *control);
    void addWide(QWidget *widget); ///< over the whole width; brings its own hairlines

private:
    QVBoxLayout *m_rows;
    int m_count = 0;
};

} // namespace lightwell
