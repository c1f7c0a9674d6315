// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explain/explanation.h"
#include "core/wording/names.h"
#include "ui/explain/explainloader.h"
#include "ui/widgets/sign.h"

#include <QWidget>

class QBoxLayout;
class QScrollArea;

namespace lightwell {

class AttemptsCard;
class Button;
class MessageCard;
class OffersCard;
class PriceCard;
class ProviderKeys;
class SameCallCard;
class SettingsCard;
class SubjectCard;
class TextLabel;
struct FailureAction;
struct FailureText;

/// Why a request went as it did, and what was sent. Shows it live while it runs; Escape leads back, the arrows lead to
/// the requests beside it. No key of anybody is ever on it.
class ExplainPage : public QWidget
{
    Q_OBJECT
public:
    ExplainPage(const Services &services, const ProviderKeys &keys, QWidget *parent = nullptr);

    /// What may be done about a request that failed.
    enum class Steps {
        Here, ///< what this page can do: a key, a setting
        WithRetry, ///< whoever opened it can make the request again, too
    };
    /// `among`: the requests that the arrows lead to, in their order; it is one of them.
    void open(const QString &generationId, const QStringList &among, Steps steps);
    /// Found out later: what the arrows lead to from this request, unless another one is shown by now.
    void setAmong(const QString &generationId, const QStringList &among);
    void close(); ///< silent
    [[nodiscard]] QString generation() const { return m_id; } ///< that is shown; empty: none
    [[nodiscard]] const std::optional<Explanation> &explanation() const { return m_shown; }

Q_SIGNALS:
    void closed(); ///< by the person
    void moved(const QString &generationId); ///< likewise: to the one before or the next one
    void settingWanted(const QString &control); ///< on the settings page, by its object name
    void keyWanted(const QString &provider);
    void pageWanted(const QString &provider); ///< the vendor's, where its account is
    void unlockWanted();
    void promptWanted();
    void againWanted(const QString &generation);
    void say(lightwell::Meaning meaning, const QString &text);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void showExplanation(const Explanation &explanation);
    void showMissing();
    void showGateway();
    void switchGatewayOn();
    void move(int by);
    void showWays(); ///< whether there is one before, and a next one
    void takeStep();
    void copyText();
    void watchKeys();
    void orderTabs();
    void arrange();
    [[nodiscard]] Names names() const;
    [[nodiscard]] QString rule(const QString &model) const;
    [[nodiscard]] FailureText failure() const;
    [[nodiscard]] bool canTake(const FailureAction &action) const;
    [[nodiscard]] FailureAction nextStep() const;
    const Services m_services;
    const ProviderKeys &m_keys;
    ExplainLoader m_loader;
    QString m_id;
    QStringList m_among;
    Steps m_steps = Steps::Here;
    std::optional<Explanation> m_shown;
    Button *m_back;
    TextLabel *m_title;
    TextLabel *m_when;
    Button *m_previous;
    Button *m_next;
    Button *m_copy;
    QScrollArea *m_scroll;
    QWidget *m_cards;
    QWidget *m_missing;
    QBoxLayout *m_sides; ///< two columns, or one below the other
    SubjectCard *m_subject;
    AttemptsCard *m_attempts;
    OffersCard *m_offers;
    PriceCard *m_price;
    SettingsCard *m_settings;
    MessageCard *m_message;
    SameCallCard *m_call;
};

} // namespace lightwell
