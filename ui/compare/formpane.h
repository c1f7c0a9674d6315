// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/currency.h"
#include "ui/compare/compareform.h"

#include <QWidget>

namespace lightwell {

class AdvancedPanel;
class BudgetWatch;
class FormPlans;
class Keymap;
class ModelsPanel;
class OptionsPanel;
class PricePanel;
class PromptPanel;
class ReferencesPanel;
class ShapePanel;

/// The left side of the Compare page: the form's panels, and the price with its button below them.
class FormPane : public QWidget
{
    Q_OBJECT
public:
    /// `references` is taken over, and stands below the prompt.
    FormPane(FormPlans &plans, const BudgetWatch &budget, ReferencesPanel *references, const Keymap &keymap,
             QWidget *parent = nullptr);
    [[nodiscard]] CompareForm form() const;
    void setForm(const CompareForm &form);
    /// Whether the settings let models without a known price run under a budget.
    void setUnknownPriceRefused(bool refused);
    void setProjects(const QStringList &names); ///< there are so far
    void setCurrency(const std::optional<ShownCurrency> &currency); ///< that sums are shown in beside dollars
    void setPreviews(int previews); ///< how many sketches are asked for, where a vendor has them
    [[nodiscard]] ModelsPanel *models() const { return m_models; }
    [[nodiscard]] ReferencesPanel *references() const { return m_references; }
    /// What else keeps pictures from being made; empty: nothing.
    void setHindrance(const QString &why);
    [[nodiscard]] PromptPanel *prompt() const { return m_prompt; }
    [[nodiscard]] QWidget *price() const; ///< what it will cost, with the button
    void showQuestion(const QString &question, const QString &yes);
    void hideQuestion();
    [[nodiscard]] bool canGenerate() const { return blockedBy().isEmpty(); }

Q_SIGNALS:
    void edited(); ///< by the person, to be kept
    void generateWanted();
    void keyWanted(const QString &provider); ///< without which models are held back
    void confirmed(); ///< the answer to the question
    void declined();
    void budgetWanted();

private:
    void connectReferences();
    void shorten(const QStringList &models); ///< the prompt, for these
    void follow();
    void showPlans();
    [[nodiscard]] QString withCurrency(const QString &dollars, Money amount) const;
    void showBudget();
    [[nodiscard]] QString blockedBy() const;
    void showLetters();
    FormPlans &m_plans;
    const BudgetWatch &m_budget;
    QString m_hindrance;
    PromptPanel *m_prompt;
    ReferencesPanel *m_references;
    ModelsPanel *m_models;
    ShapePanel *m_shape;
    OptionsPanel *m_options;
    AdvancedPanel *m_advanced;
    PricePanel *m_price;
    std::optional<ShownCurrency> m_currency;
    bool m_unknownPriceRefused = false;
    int m_previews = 0;
};

} // namespace lightwell
