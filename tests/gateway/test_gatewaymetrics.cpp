// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/metrics.h"
#include "core/gateway/upstreamtime.h"
#include "tests/gateway/gatewayrig.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// What whoever runs a gateway can watch.
class TestGatewayMetrics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesAreToldApart();
    void answersTellTheTimeUpstream();
    void costsAreExact();
    void labelsAreEscaped();
    void callsAreCountedByProviderAndClient();
    void waitsAreToldByProviderAndClient();
    void callsThatWaitAreCounted();
    void aClientSeesItsOwnFiguresAlone();

private:
    static Attempt attempt(const QString &provider, GenerationStatus status, Money cost, int fromMs, int toMs);
    static Generation generation(const QList<Attempt> &attempts, int tookMs);
};

namespace {

const QDateTime start = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000);

} // namespace

Attempt TestGatewayMetrics::attempt(const QString &provider, GenerationStatus status, Money cost, int fromMs, int toMs)
{
    Attempt attempt;
    attempt.provider = provider;
    attempt.status = status;
    attempt.cost = cost;
    attempt.startedAt = start.addMSecs(fromMs);
    attempt.endedAt = start.addMSecs(toMs);
    return attempt;
}

Generation TestGatewayMetrics::generation(const QList<Attempt> &attempts, int tookMs)
{
    Generation generation;
    generation.origin = {Origin::Kind::Gateway, u"cl_1"_s};
    generation.attempts = attempts;
    generation.status = attempts.isEmpty() ? GenerationStatus::Failed : attempts.last().status;
    generation.createdAt = start;
    generation.endedAt = start.addMSecs(tookMs);
    return generation;
}

void TestGatewayMetrics::timesAreToldApart()
{
    Metrics metrics;
    metrics.countGeneration(
        generation({attempt(u"alpha"_s, GenerationStatus::Failed, Money::fromMicros(0), 100, 400),
                    attempt(u"beta"_s, GenerationStatus::Completed, Money::fromMicros(10), 500, 2500)},
                   2600));
    metrics.countGeneration(generation({}, 50)); // refused by a budget
    const QByteArray text = metrics.text({3, 2, 1});
    for (const QByteArray &line :
         {"lightwell_gateway_upstream_seconds_sum{provider=\"alpha\",client=\"cl_1\"} 0.300"_ba,
          "lightwell_gateway_upstream_seconds_count{provider=\"alpha\",client=\"cl_1\"} 1"_ba,
          "lightwell_gateway_upstream_seconds_sum{provider=\"beta\",client=\"cl_1\"} 2.000"_ba,
          "lightwell_gateway_inside_seconds_sum{provider=\"beta\",client=\"cl_1\"} 0.300"_ba,
          "lightwell_gateway_inside_seconds_count{provider=\"beta\",client=\"cl_1\"} 1"_ba,
          "lightwell_gateway_inside_seconds_sum{provider=\"none\",client=\"cl_1\"} 0.050"_ba,
          "lightwell_gateway_generations_total{provider=\"beta\",client=\"cl_1\",status=\"completed\"} 1"_ba,
          "lightwell_gateway_generations_total{provider=\"none\",client=\"cl_1\",status=\"failed\"} 1"_ba,
          "lightwell_gateway_connections 3"_ba, "lightwell_generations_running 2"_ba,
          "lightwell_generations_queued 1"_ba}) {
        QVERIFY2(text.split('\n').contains(line), line.constData());
    }
}

void TestGatewayMetrics::answersTellTheTimeUpstream()
{
    const auto toldOf = [](const Generation &generation) {
        GatewayResponse response;
        addUpstreamTime(response, generation);
        return response;
    };
    Attempt running = attempt(u"beta"_s, GenerationStatus::Running, Money::unknown(), 500, 600);
    running.endedAt = {};
    const GatewayResponse told =
        toldOf(generation({attempt(u"alpha"_s, GenerationStatus::Failed, Money::fromMicros(0), 100, 400),
                           attempt(u"beta"_s, GenerationStatus::Completed, Money::fromMicros(10), 500, 2500), running},
                          2600));
    QCOMPARE(told.header("Server-Timing"), "upstream;dur=2300"_ba);
    QCOMPARE(toldUpstreamTime(told), std::optional(std::chrono::milliseconds(2300)));
    const GatewayResponse none = toldOf(generation({}, 50));
    QVERIFY(none.headers.isEmpty());
    QVERIFY(!toldUpstreamTime(none));
    for (const QByteArray &odd : {"upstream"_ba, "upstream;dur="_ba, "upstream;dur=-4"_ba, "cache;dur=2"_ba}) {
        GatewayResponse response;
        response.setHeader("Server-Timing", odd);
        QVERIFY(!toldUpstreamTime(response));
    }
}

void TestGatewayMetrics::costsAreExact()
{
    Metrics metrics;
    for (int i = 0; i < 3; ++i) {
        metrics.countGeneration(
            generation({attempt(u"alpha"_s, GenerationStatus::Completed, Money::fromMicros(700'001), 0, 1)}, 1));
    }
    metrics.countGeneration(generation({attempt(u"alpha"_s, GenerationStatus::Unknown, Money::unknown(), 0, 1)}, 1));
    metrics.countGeneration(generation({attempt(u"alpha"_s, GenerationStatus::Failed, Money::unknown(), 0, 1)}, 1));
    const QList<QByteArray> lines = metrics.text({}).split('\n');
    QVERIFY(lines.contains("lightwell_gateway_cost_usd_total{provider=\"alpha\",client=\"cl_1\"} 2.100003"));
    QVERIFY(lines.contains("lightwell_gateway_unknown_costs_total{provider=\"alpha\",client=\"cl_1\"} 1"));
}

void TestGatewayMetrics::labelsAreEscaped()
{
    Metrics metrics;
    metrics.countGeneration(
        generation({attempt(u"a\"b\\c\nd"_s, GenerationStatus::Completed, Money::fromMicros(1), 0, 1)}, 1));
    QVERIFY(metrics.text({}).contains("provider=\"a\\\"b\\\\c\\nd\""));
}

void TestGatewayMetrics::callsAreCountedByProviderAndClient()
{
    GatewayRig rig;
    rig.start();
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish())).status, 200);
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish(), {}, "?dryRun=true")).status, 200); // no generation
    const QByteArray text = rig.ask(rig.request("GET", "/metrics")).body;
    const qsizetype at = text.indexOf("lightwell_gateway_generations_total{provider=\"alpha\",client=\"cl_");
    QVERIFY(at >= 0);
    const QByteArray line = text.mid(at, text.indexOf('\n', at) - at);
    QVERIFY2(line.endsWith(",status=\"completed\"} 1"), line.constData());
    QVERIFY(text.contains("lightwell_gateway_upstream_seconds_count{provider=\"alpha\",client=\"cl_"));
    const qsizetype answers =
        text.indexOf("lightwell_gateway_answers_total{route=\"/v1/images/generations\",client=\"cl_");
    QVERIFY(answers >= 0);
    QVERIFY(text.mid(answers, text.indexOf('\n', answers) - answers).endsWith(",status=\"200\"} 2"));
    QVERIFY(text.contains("lightwell_gateway_cost_usd_total{provider=\"alpha\""));
    QVERIFY(!text.contains(rig.key));
}

void TestGatewayMetrics::waitsAreToldByProviderAndClient()
{
    using namespace std::chrono_literals;
    Metrics metrics;
    for (const std::chrono::milliseconds time : {0ms, 40ms, 2500ms, 700'000ms}) {
        metrics.countWait(u"alpha"_s, u"cl_1"_s, time);
    }
    metrics.countWait(u"alpha"_s, {}, 10ms);
    const QByteArray name = "lightwell_gateway_queue_seconds";
    const QList<QByteArray> lines = metrics.text({}).split('\n');
    const QByteArray own = "{provider=\"alpha\",client=\"cl_1\"";
    const QByteArrayList expected {"# TYPE " + name + " histogram",
                                   name + "_bucket" + own + ",le=\"0.01\"} 1",
                                   name + "_bucket" + own + ",le=\"0.1\"} 2",
                                   name + "_bucket" + own + ",le=\"1\"} 2",
                                   name + "_bucket" + own + ",le=\"5\"} 3",
                                   name + "_bucket" + own + ",le=\"600\"} 3",
                                   name + "_bucket" + own + ",le=\"+Inf\"} 4",
                                   name + "_sum" + own + "} 702.540",
                                   name + "_count" + own + "} 4",
                                   name + "_bucket{provider=\"alpha\",client=\"none\",le=\"0.01\"} 1"};
    for (const QByteArray &line : expected) {
        QVERIFY2(lines.contains(line), line.constData());
    }
    QCOMPARE(metrics.text({}, u"cl_2"_s).count(name), 2); // what it is and of which type
}

/// Of two calls of which one may run at a time, the other waits; both are in the figure.
void TestGatewayMetrics::callsThatWaitAreCounted()
{
    GatewayRig rig;
    EnginePolicy policy;
    policy.routing.maxAtOnce.insert(u"alpha"_s, 1);
    rig.rig.engine->setPolicy(policy);
    rig.start();
    RawClient first(rig.port());
    RawClient second(rig.port());
    first.send(rig.post(GatewayRig::wish()));
    second.send(rig.post(GatewayRig::wish()));
    QCOMPARE(first.answer().status, 200);
    QCOMPARE(second.answer().status, 200);
    const QByteArray text = rig.ask(rig.request("GET", "/metrics")).body;
    const qsizetype at = text.indexOf("lightwell_gateway_queue_seconds_count{provider=\"alpha\",client=\"cl_");
    QVERIFY(at >= 0);
    const QByteArray line = text.mid(at, text.indexOf('\n', at) - at);
    QVERIFY2(line.endsWith("\"} 2"), line.constData());
    QVERIFY(text.contains("lightwell_generations_queued 0"));
}

void TestGatewayMetrics::aClientSeesItsOwnFiguresAlone()
{
    Metrics metrics;
    for (const QString &client : {u"cl_1"_s, u"cl_2"_s}) {
        Generation made = generation({attempt(u"alpha"_s, GenerationStatus::Completed, Money::fromMicros(5), 0, 1),
                                      attempt(u"alpha"_s, GenerationStatus::Unknown, Money::unknown(), 1, 2)},
                                     2);
        made.origin.client = client;
        metrics.countGeneration(made);
    }
    metrics.countAnswer(u"/v1/models"_s, u"cl_1"_s, 200);
    metrics.countAnswer(u"/v1/models"_s, u"cl_2"_s, 200);
    metrics.countAnswer(u"/v1/models"_s, {}, 401);
    QVERIFY(metrics.text({}).contains("client=\"none\",status=\"401\"} 1"));
    const qsizetype figures = 8; // its answers, generations, costs, those unknown, and two times with sum and count
    QCOMPARE(metrics.text({}).count("client=\"cl_1\""), figures);
    QCOMPARE(metrics.text({}).count("client=\"cl_2\""), figures);
    QCOMPARE(metrics.text({}, u"cl_2"_s).count("client=\"cl_1\""), 0);
    QCOMPARE(metrics.text({}, u"cl_2"_s).count("client="), figures);

    GatewayRig rig;
    rig.start();
    QCOMPARE(rig.ask(rig.post(GatewayRig::wish())).status, 200);
    const QByteArray other = await(rig.clients.add(u"other"_s, {}))->key;
    const RawAnswer answer = rig.ask(rig.request("GET", "/metrics", {}, "Authorization: Bearer " + other + "\r\n"));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body.count("client="), 0);
}

QTEST_GUILESS_MAIN(TestGatewayMetrics)
#include "test_gatewaymetrics.moc"
