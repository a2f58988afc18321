#include "support/test_main.h"

#include <models/links.h>

#include <QtTest/QtTest>

using namespace relevo::models;

/// Whoever writes to us may be hostile: what may be opened, and how it is shown.
class tst_Links final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsALink_data();
    void whatIsALink();
    void standsWhereItIsWritten();
    void lookAlikesShowThemselves();
};

void tst_Links::whatIsALink_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("links");
    const auto row = [](const char* name, const char16_t* text, const QStringList& links) {
        QTest::newRow(name) << QString::fromUtf16(text) << links;
    };
    row("none", u"nothing here: at all", {});
    row("https", u"see https://example.com/a?b=1&c=2.", {QStringLiteral("https://example.com/a?b=1&c=2")});
    row("in brackets", u"(http://example.com/x)", {QStringLiteral("http://example.com/x")});
    row("two", u"https://a.example, https://b.example!",
        {QStringLiteral("https://a.example"), QStringLiteral("https://b.example")});
    row("capitals", u"HTTPS://EXAMPLE.COM/A", {QStringLiteral("https://example.com/A")});
    row("mail", u"mailto:ana@example.com", {QStringLiteral("mailto:ana@example.com")});
    row("mail with a file", u"mailto:ana@example.com?attach=/etc/passwd", {});
    row("mail to several", u"mailto:a@example.com,b@example.com", {});
    row("script", u"javascript:alert(1)", {});
    row("script like a host", u"javascript://example.com/%0aalert(1)", {});
    row("file", u"file:///etc/passwd", {});
    row("data", u"data:text/html,<script>alert(1)</script>", {});
    row("program", u"ms-msdt:/id PCWDiagnostic", {});
    row("ours", u"handoff://0193", {});
    row("user before host", u"https://bank.example@evil.example/", {});
    row("user and password", u"https://bank.example:443@evil.example/", {});
    row("backslash", u"https://evil.example\\@bank.example", {});
    row("no host", u"https:///path", {});
    row("markup", u"<a href=\"https://evil.example\">https://bank.example</a>",
        {QStringLiteral("https://evil.example"), QStringLiteral("https://bank.example")});
    row("turned direction", u"https://bank.example/\u202Egpj.exe", {});
    row("zero width", u"https://bank.example\u200B.evil.example", {});
    row("part of a word", u"xhttps://example.com", {});
    row("newline ends it", u"https://example.com/a\nhttps://example.org",
        {QStringLiteral("https://example.com/a"), QStringLiteral("https://example.org")});
    QTest::newRow("endless") << QStringLiteral("https://example.com/") + QString(5'000, u'a')
                             << QStringList();
}

void tst_Links::whatIsALink()
{
    QFETCH(QString, text);
    QFETCH(QStringList, links);
    QStringList found;
    for (const Link& link : linksIn(text))
        found.push_back(plainAddress(link.target));
    QCOMPARE(found, links);
}

void tst_Links::standsWhereItIsWritten()
{
    const QString text = QStringLiteral("día 🎁: https://example.com/a, ok");
    const std::vector<Link> links = linksIn(text);
    QCOMPARE(links.size(), 1U);
    QCOMPARE(text.mid(links[0].start, links[0].length), QStringLiteral("https://example.com/a"));
}

void tst_Links::lookAlikesShowThemselves()
{
    // Cyrillic р and а.
    const std::vector<Link> links = linksIn(QString::fromUtf16(u"https://\u0440\u0430ypal.example/pay"));
    QCOMPARE(links.size(), 1U);
    QVERIFY(hasForeignHost(links[0].target));
    const QString shown = plainAddress(links[0].target);
    QVERIFY2(shown.startsWith(QStringLiteral("https://xn--")), qPrintable(shown));
    QVERIFY(std::all_of(shown.cbegin(), shown.cend(), [](QChar c) { return c.unicode() < 0x80; }));
    QVERIFY(!hasForeignHost(linksIn(QStringLiteral("https://paypal.example")).front().target));
}

RELEVO_TEST(tst_Links)
#include "tst_links.moc"
