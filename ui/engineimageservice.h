// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/imageservice.h"
#include "ui/livegenerations.h"

namespace lightwell {

class Engine;
class Journal;

/// The real thing: hands everything to the engine, as the window's.
class EngineImageService : public ImageService
{
public:
    EngineImageService(Engine &engine, Journal &journal);
    QString generate(const Request &request, const QString &project, QObject *context, OnFinished onFinished,
                     OnProgress onProgress) override;
    void follow(const QString &generationId, QObject *context, OnFinished onFinished, OnProgress onProgress) override;
    void cancel(const QString &generationId) override;
    void find(const QStringList &generationIds, QObject *context, OnFound onFound) override;
    void onEnded(QObject *context, OnEnded then) override;
    void plan(const Request &request, QObject *context, OnRoute onRoute) override;
    void billsLike(const Plan &plan, QObject *context, OnBills onBills) override;
    void offerRecords(QObject *context, OnRecords onRecords) override;
    void lookUp(const QString &generationId, QObject *context, OnLookedUp onLookedUp) override;
    void plansOf(const QString &generationId, QObject *context, OnPlans onPlans) override;
    void prepare(const QStringList &providers) override;
    void checkKey(const KeyId &key, QObject *context, OnKeyCheck onChecked) override;
    [[nodiscard]] int underWay() const override;
    void onChange(QObject *context, std::function<void()> then) override;

private:
    Engine &m_engine;
    Journal &m_journal;
    LiveGenerations m_live;
};

} // namespace lightwell
