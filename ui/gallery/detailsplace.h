// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

namespace lightwell {

class Button;
class Popover;

/// Where the details of a picture stand: beside the pictures, or, in narrow windows, in a popover under a button.
class DetailsPlace : public QWidget
{
    Q_OBJECT
public:
    static constexpr int roomBeside = 1080; ///< of the window; in narrower ones there is none beside the pictures
    static constexpr int detailsWidth = 288;

    /// `button` stands in the page's head, and is shown only while it is needed.
    DetailsPlace(QWidget *details, Button *button, QWidget *parent = nullptr);
    ~DetailsPlace() override;
    void setNarrow(bool narrow);
    void openPopover(); ///< where they stand in one
    void closePopover();

private:
    QWidget *m_details;
    Button *m_button;
    QPointer<Popover> m_popover; ///< null: they stand beside the pictures
};

} // namespace lightwell
