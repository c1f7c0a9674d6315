// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explain/explain.h"
#include "ui/services.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

namespace lightwell {

/// Gathers what a request is explained by, and goes on while it runs. The user's keys are not among it.
class ExplainLoader : public QObject
{
    Q_OBJECT
public:
    explicit ExplainLoader(const Services &services, QObject *parent = nullptr);
    ~ExplainLoader() override;
    void load(const QString &generationId);
    void stop();

Q_SIGNALS:
    void explained(const lightwell::Explanation &explanation); ///< at first, and whenever something is new
    void missing(); ///< nothing is known of it

private:
    void find();
    void findOffers(const Generation &generation, int round);
    void findRecords(const ExplainFacts &facts, const QList<RoutePlace> &places, int round);
    void findPlans(const ExplainFacts &facts, int round);
    void findAddresses(const ExplainFacts &facts, QStringList providers, int round);
    void explainNow(const ExplainFacts &facts, int round);
    const Services m_services;
    QString m_id; ///< empty: nothing is explained
    int m_round = 0; ///< answers to earlier questions are dropped
    bool m_isRunning = false;
    QTimer m_soon;
    QFuture<Explanation> m_work;
};

} // namespace lightwell
