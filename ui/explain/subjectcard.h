// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explain/explanation.h"
#include "core/wording/names.h"
#include "ui/widgets/card.h"

namespace lightwell {

class ClampedLabel;
class PictureView;
class TextLabel;

/// What is explained: the picture, by whom, of which words, and at what cost.
class SubjectCard : public Card
{
    Q_OBJECT
public:
    explicit SubjectCard(QWidget *parent = nullptr);
    void show(const Explanation &explanation, const Names &names);

private:
    PictureView *m_picture;
    TextLabel *m_model;
    ClampedLabel *m_prompt;
    TextLabel *m_facts;
    TextLabel *m_cost;
};

} // namespace lightwell
