// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/compare/compareform.h"

#include <QWidget>

class QGridLayout;

namespace lightwell {

class Button;
class ChoiceBox;
class TuningControls;
struct Offer;

/// What only some models take, folded away until it is wanted. What is set counts also while it is folded, and the
/// button says how much that is.
class AdvancedPanel : public QWidget
{
    Q_OBJECT
public:
    explicit AdvancedPanel(QWidget *parent = nullptr);
    void read(CompareForm &form) const; ///< fills in what this panel knows
    void set(const CompareForm &form);
    void setOffers(const QList<Offer> &offers, bool withPictures); ///< of the chosen models
    [[nodiscard]] QString problem() const; ///< what cannot be meant as it stands here; empty: all can

Q_SIGNALS:
    void edited();

private:
    /// A row with a choice of words; the first, empty one leaves it to the model.
    ChoiceBox *addChoice(const QString &objectName, const QString &title, const QList<QPair<QString, QString>> &words);
    void countSet();
    Button *m_toggle;
    QWidget *m_box;
    QGridLayout *m_rows;
    QList<ChoiceBox *> m_choices;
    ChoiceBox *m_quality;
    ChoiceBox *m_background;
    TuningControls *m_tuning = nullptr;
};

} // namespace lightwell
