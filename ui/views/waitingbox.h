// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/viewedpicture.h"
#include "ui/widgets/card.h"

namespace lightwell {

class ProgressLine;
class TextLabel;

/// How far a picture is that is still being made, readable on any sketch of it.
class WaitingBox : public Card
{
    Q_OBJECT
public:
    WaitingBox(const QString &objectName, QWidget *parent);
    void show(const ViewedPicture::UnderWay &underWay);
    void place(const QRect &room); ///< at its lower edge

private:
    TextLabel *m_time;
    TextLabel *m_stage;
    ProgressLine *m_progress;
};

} // namespace lightwell
