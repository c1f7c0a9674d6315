// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/media/claims.h"
#include "ui/references/reference.h"
#include "ui/widgets/card.h"

namespace lightwell {

class Button;
class ClampedLabel;
class TextLabel;

/// A dropped picture tells how it was made: the form can be filled with that, or the picture be used.
class RecipeCard : public Card
{
    Q_OBJECT
public:
    explicit RecipeCard(QWidget *parent = nullptr);
    void open(const Reference &reference, const PictureClaims &claims);

Q_SIGNALS:
    void recallWanted(const lightwell::PictureClaims &claims);
    void referenceWanted(const lightwell::Reference &reference);
    void closed(); ///< after either, or without any

protected:
    void keyPressEvent(QKeyEvent *event) override; ///< Escape closes it

private:
    void end();
    [[nodiscard]] QString facts() const;
    [[nodiscard]] QString labels() const;
    Reference m_reference;
    PictureClaims m_claims;
    TextLabel *m_title;
    ClampedLabel *m_prompt;
    TextLabel *m_facts;
    TextLabel *m_labels;
    Button *m_recall;
    Button *m_use;
    Button *m_close;
};

} // namespace lightwell
