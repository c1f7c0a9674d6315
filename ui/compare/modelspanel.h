// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wording/names.h"
#include "ui/compare/modelchoice.h"

#include <QPointer>
#include <QWidget>

class QVBoxLayout;

namespace lightwell {

class Button;
class Card;
class FormPlans;
class Keymap;
class ModelPicker;
class ModelRow;

/// The chosen models, a row each, and the way to more.
class ModelsPanel : public QWidget
{
    Q_OBJECT
public:
    explicit ModelsPanel(const Keymap &keymap, QWidget *parent = nullptr);
    [[nodiscard]] QStringList models() const { return m_models; }
    void setModels(const QStringList &models);
    void setChoices(const QList<ModelChoice> &choices);
    void setPrices(const ModelPrices &prices); ///< of the choices
    [[nodiscard]] bool isChoosing() const; ///< the picker is open
    void setProviderNames(const Names::NameOf &names) { m_providerName = names; } ///< for what is said of a model
    void showPlans(const FormPlans &plans);
    [[nodiscard]] QString nameOf(const QString &model) const;
    [[nodiscard]] QString problemOf(const QString &model) const; ///< in full; empty: there is none
    [[nodiscard]] QString whyOf(const QString &model) const;
    [[nodiscard]] QString leftOutOf(const QString &model) const; ///< what was asked and its picture is made without
    void openPicker();
    /// The control before this panel in the order of Tab; the rows follow it.
    void setTabAfter(QWidget *before);
    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void edited();
    void choicesWanted(); ///< the picker is about to open
    void tooMany(); ///< one more was wished than fit side by side
    void remedyWanted(const QString &model); ///< of what holds it back

private:
    void rebuild();
    void orderTabs();
    void toggle(const QString &model);
    void remove(const QString &model);
    void bringBack(); ///< what was removed last
    void move(const QString &model, int by);
    void showPlan(ModelRow *row);
    struct Removed
    {
        QString model;
        qsizetype place = 0;
    };
    const Keymap &m_keymap;
    QPointer<QWidget> m_before;
    const FormPlans *m_plans = nullptr;
    QStringList m_models;
    QList<Removed> m_removed; ///< the last one last
    QList<ModelChoice> m_choices;
    Names::NameOf m_providerName;
    QHash<QString, ModelRow *> m_rows;
    Card *m_list;
    QVBoxLayout *m_column;
    QWidget *m_addRow;
    Button *m_add;
    ModelPicker *m_picker;
};

} // namespace lightwell
