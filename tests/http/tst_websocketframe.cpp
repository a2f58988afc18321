#include "support/test_main.h"

#include <http/websocket_frame.h>

#include <QtCore/QRandomGenerator>
#include <QtCore/QtEndian>
#include <QtTest/QtTest>

using namespace relevo::http;
using Type = FrameParser::Event::Type;

namespace {

constexpr FrameParser::Limits limits{1000, 1500};

/// A client's frame; the length field may be forced to a wider form than needed.
QByteArray frame(quint8 first, const QByteArray& payload, bool masked = true, int lengthBytes = 0,
                 quint32 key = 0x37fa213d)
{
    QByteArray out;
    out.append(static_cast<char>(first));
    const qsizetype size = payload.size();
    const int width = lengthBytes > 0 ? lengthBytes : (size <= 125 ? 1 : (size <= 0xffff ? 2 : 8));
    const int mask = masked ? 0x80 : 0;
    if (width == 1) {
        out.append(static_cast<char>(mask | static_cast<int>(size)));
    } else if (width == 2) {
        out.append(static_cast<char>(mask | 126));
        std::array<char, 2> bytes{};
        qToBigEndian(static_cast<quint16>(size), bytes.data());
        out.append(bytes.data(), 2);
    } else {
        out.append(static_cast<char>(mask | 127));
        std::array<char, 8> bytes{};
        qToBigEndian(static_cast<quint64>(size), bytes.data());
        out.append(bytes.data(), 8);
    }
    if (!masked) {
        return out + payload;
    }
    std::array<char, 4> mask4{};
    qToBigEndian(key, mask4.data());
    out.append(mask4.data(), 4);
    for (qsizetype i = 0; i < size; ++i) {
        out.append(static_cast<char>(payload[i] ^ mask4[static_cast<size_t>(i & 3)]));
    }
    return out;
}

/// All events of the bytes, given in pieces of `step`.
std::vector<FrameParser::Event> parsed(QByteArray bytes, qsizetype step = 0,
                                       FrameParser::Limits with = limits)
{
    FrameParser parser(with);
    std::vector<FrameParser::Event> events;
    const qsizetype piece = step > 0 ? step : qMax<qsizetype>(bytes.size(), 1);
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        std::span<char> span(bytes.data() + at, static_cast<size_t>(qMin(piece, bytes.size() - at)));
        while (auto event = parser.next(span)) {
            events.push_back(std::move(*event));
        }
    }
    return events;
}

QByteArray closePayload(quint16 code, const QByteArray& reason = {})
{
    std::array<char, 2> bytes{};
    qToBigEndian(code, bytes.data());
    return QByteArray(bytes.data(), 2) + reason;
}

} // namespace

class tst_WebSocketFrame : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void singleEvents_data();
    void singleEvents();
    void faults_data();
    void faults();
    void utf8_data();
    void utf8();
    void fragmentsWithControlBetween();
    void splitAnywhere();
    void randomMessagesRoundTrip();
    void randomBytesAreHarmless();
    void declaredSizeCostsNothing();
    void nothingAfterTheEnd();
    void encodes_data();
    void encodes();
    void closeReasonIsCutAtACharacter();
};

void tst_WebSocketFrame::singleEvents_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const QByteArray& bytes, Type type, const QByteArray& payload,
                        int code = 0) {
        QTest::newRow(name) << bytes << static_cast<int>(type) << payload << code;
    };
    const QByteArray medium(300, 'm');
    row("text", frame(0x81, "Hello"), Type::Text, "Hello");
    row("empty text", frame(0x81, ""), Type::Text, "");
    row("longest short", frame(0x81, QByteArray(125, 'a')), Type::Text, QByteArray(125, 'a'));
    row("shortest medium", frame(0x81, QByteArray(126, 'a')), Type::Text, QByteArray(126, 'a'));
    row("medium", frame(0x81, medium), Type::Text, medium);
    row("at the limit", frame(0x81, QByteArray(1000, 'x')), Type::Text, QByteArray(1000, 'x'));
    row("binary", frame(0x82, QByteArray("\xff\x00\xfe", 3)), Type::Binary, QByteArray("\xff\x00\xfe", 3));
    row("ping", frame(0x89, "p"), Type::Ping, "p");
    row("pong", frame(0x8a, ""), Type::Pong, "");
    row("longest ping", frame(0x89, QByteArray(125, 'p')), Type::Ping, QByteArray(125, 'p'));
    row("close", frame(0x88, closePayload(1000, "bye")), Type::Close, "bye", 1000);
    row("close without code", frame(0x88, ""), Type::Close, "", 1005);
    row("close with own code", frame(0x88, closePayload(4999)), Type::Close, "", 4999);
    row("zero mask", frame(0x81, "Hello", true, 0, 0), Type::Text, "Hello");
}

void tst_WebSocketFrame::singleEvents()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, type);
    QFETCH(const QByteArray, payload);
    QFETCH(const int, code);
    for (const qsizetype step : {0, 1, 3, 7}) {
        const std::vector<FrameParser::Event> events = parsed(bytes, step);
        QCOMPARE(events.size(), size_t(1));
        QCOMPARE(static_cast<int>(events[0].type), type);
        QCOMPARE(events[0].payload, payload);
        QCOMPARE(int(events[0].code), code);
    }
}

void tst_WebSocketFrame::faults_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const auto row = [](const char* name, const QByteArray& bytes, int code) {
        QTest::newRow(name) << bytes << code;
    };
    row("not masked", frame(0x81, "Hello", false), 1002);
    row("RSV1", frame(0xc1, "x"), 1002);
    row("RSV2", frame(0xa1, "x"), 1002);
    row("RSV3", frame(0x91, "x"), 1002);
    for (const int opcode : {3, 4, 5, 6, 7, 11, 12, 13, 14, 15}) {
        QTest::addRow("opcode %d", opcode) << frame(static_cast<quint8>(0x80 | opcode), "x") << 1002;
    }
    row("continuation of nothing", frame(0x80, "x"), 1002);
    row("new message within one", frame(0x01, "a") + frame(0x81, "b"), 1002);
    row("fragmented ping", frame(0x09, "x"), 1002);
    row("long ping", frame(0x89, QByteArray(126, 'p')), 1002);
    row("close of one byte", frame(0x88, "x"), 1002);
    for (const int code : {0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535}) {
        QTest::addRow("close code %d", code) << frame(0x88, closePayload(static_cast<quint16>(code))) << 1002;
    }
    row("close reason not UTF-8", frame(0x88, closePayload(1000, "\xff")), 1007);
    row("close reason cut", frame(0x88, closePayload(1000, "\xe2\x82")), 1007);
    row("length wider than needed, 2", frame(0x81, "x", true, 2), 1002);
    row("length wider than needed, 8", frame(0x81, QByteArray(200, 'x'), true, 8), 1002);
    row("negative length", QByteArray("\x81\xff\x80\x00\x00\x00\x00\x00\x00\x01mask", 14), 1002);
    row("huge length", QByteArray("\x81\xff\x7f\xff\xff\xff\xff\xff\xff\xff mas", 14), 1009);
    row("frame past the limit", frame(0x81, QByteArray(1001, 'x')), 1009);
    row("message past the limit", frame(0x01, QByteArray(1000, 'x')) + frame(0x80, QByteArray(501, 'x')),
        1009);
    row("text not UTF-8", frame(0x81, "a\xc3\x28z"), 1007);
    row("text cut", frame(0x81, "\xf0\x9f\x98"), 1007);
    row("text not UTF-8 over fragments", frame(0x01, "\xe2\x82") + frame(0x80, "x"), 1007);
}

void tst_WebSocketFrame::faults()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, code);
    for (const qsizetype step : {0, 1, 5}) {
        const std::vector<FrameParser::Event> events = parsed(bytes, step);
        QCOMPARE(events.size(), size_t(1));
        QVERIFY(events[0].type == Type::Fault);
        QCOMPARE(int(events[0].code), code);
    }
}

void tst_WebSocketFrame::utf8_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("valid");
    const auto row = [](const char* name, const QByteArray& text, bool valid) {
        QTest::newRow(name) << text << valid;
    };
    row("ascii", "the quick brown fox", true);
    row("mixed", "κόσμε — 😀 漢字", true);
    row("first of 2", "\xc2\x80", true);
    row("first of 3", "\xe0\xa0\x80", true);
    row("first of 4", "\xf0\x90\x80\x80", true);
    row("last", "\xf4\x8f\xbf\xbf", true);
    row("before surrogates", "\xed\x9f\xbf", true);
    row("after surrogates", "\xee\x80\x80", true);
    row("NUL", QByteArray("\0", 1), true);
    row("surrogate", "\xed\xa0\x80", false);
    row("overlong 2", "\xc0\xaf", false);
    row("overlong 3", "\xe0\x9f\xbf", false);
    row("overlong 4", "\xf0\x8f\xbf\xbf", false);
    row("too high", "\xf4\x90\x80\x80", false);
    row("five bytes", "\xf8\x88\x80\x80\x80", false);
    row("lone continuation", "abc\x80", false);
    row("after eight ascii", "abcdefgh\xff", false);
    row("incomplete", "abcdefg\xc3", false);
}

void tst_WebSocketFrame::utf8()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, valid);
    for (qsizetype step = 1; step <= text.size(); ++step) {
        Utf8Validator validator;
        bool good = true;
        for (qsizetype at = 0; at < text.size(); at += step) {
            good = validator.feed({text.constData() + at, static_cast<size_t>(qMin(step, text.size() - at))});
        }
        QCOMPARE(good && validator.isComplete(), valid);
    }
}

void tst_WebSocketFrame::fragmentsWithControlBetween()
{
    const QByteArray bytes = frame(0x01, "\xe2") + frame(0x89, "ping") + frame(0x00, "") +
                             frame(0x00, "\x82") + frame(0x8a, "pong") + frame(0x80, "\xac!");
    for (qsizetype step = 0; step < 20; ++step) {
        const std::vector<FrameParser::Event> events = parsed(bytes, step);
        QCOMPARE(events.size(), size_t(3));
        QVERIFY(events[0].type == Type::Ping && events[0].payload == "ping");
        QVERIFY(events[1].type == Type::Pong && events[1].payload == "pong");
        QVERIFY(events[2].type == Type::Text);
        QCOMPARE(events[2].payload, QByteArray("€!"));
    }
}

void tst_WebSocketFrame::splitAnywhere()
{
    const QByteArray bytes =
        frame(0x81, "one") + frame(0x81, QByteArray(700, '2')) + frame(0x89, "") + frame(0x81, "three");
    for (qsizetype step = 1; step <= bytes.size(); ++step) {
        const std::vector<FrameParser::Event> events = parsed(bytes, step);
        QCOMPARE(events.size(), size_t(4));
        QCOMPARE(events[1].payload, QByteArray(700, '2'));
        QCOMPARE(events[3].payload, QByteArray("three"));
    }
}

void tst_WebSocketFrame::randomMessagesRoundTrip()
{
    QRandomGenerator random(7);
    for (int round = 0; round < 300; ++round) {
        QByteArray stream;
        QList<QByteArray> sent;
        for (int m = 0; m < 5; ++m) {
            QByteArray message;
            const int fragments = 1 + static_cast<int>(random.bounded(4U));
            for (int f = 0; f < fragments; ++f) {
                QByteArray piece(static_cast<qsizetype>(random.bounded(300U)), Qt::Uninitialized);
                for (char& c : piece) {
                    c = static_cast<char>(random.bounded(256));
                }
                message += piece;
                const int first = (f == 0 ? 0x02 : 0x00) | (f == fragments - 1 ? 0x80 : 0x00);
                stream += frame(static_cast<quint8>(first), piece, true, 0, random.generate());
                if (random.bounded(3) == 0) {
                    stream += frame(0x89, "p", true, 0, random.generate());
                }
            }
            sent.append(message);
        }
        QList<QByteArray> got;
        for (const FrameParser::Event& event :
             parsed(stream, 1 + static_cast<qsizetype>(random.bounded(200U)))) {
            QVERIFY(event.type == Type::Binary || event.type == Type::Ping);
            if (event.type == Type::Binary) {
                got.append(event.payload);
            }
        }
        QCOMPARE(got, sent);
    }
}

void tst_WebSocketFrame::randomBytesAreHarmless()
{
    QRandomGenerator random(11);
    for (int round = 0; round < 2000; ++round) {
        QByteArray bytes(1 + static_cast<qsizetype>(random.bounded(400U)), Qt::Uninitialized);
        for (char& c : bytes) {
            c = static_cast<char>(random.bounded(256));
        }
        if (random.bounded(2) == 0) {
            bytes[0] = static_cast<char>(0x81);
            if (bytes.size() > 1) {
                bytes[1] = static_cast<char>(bytes[1] | 0x80);
            }
        }
        for (const FrameParser::Event& event :
             parsed(bytes, 1 + static_cast<qsizetype>(random.bounded(50U)))) {
            QVERIFY(event.payload.size() <= limits.messageBytes);
        }
    }
}

void tst_WebSocketFrame::declaredSizeCostsNothing()
{
    // Announcing 256 MiB and sending ten bytes must not reserve anything; the parser is small by itself too.
    FrameParser parser({256 << 20, 256 << 20});
    QByteArray bytes = frame(0x81, QByteArray(70'000, 'x')).first(14 + 10);
    qToBigEndian(quint64(256 << 20), bytes.data() + 2);
    std::span<char> span(bytes.data(), static_cast<size_t>(bytes.size()));
    QVERIFY(!parser.next(span));
    QVERIFY(span.empty());
    QVERIFY(sizeof(FrameParser) <= 128);
}

void tst_WebSocketFrame::nothingAfterTheEnd()
{
    QCOMPARE(parsed(frame(0x88, closePayload(1000)) + frame(0x81, "late")).size(), size_t(1));
    QCOMPARE(parsed(frame(0x81, "x", false) + frame(0x81, "late")).size(), size_t(1));
}

void tst_WebSocketFrame::encodes_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("header");
    QTest::newRow("0") << 0 << QByteArray("\x81\x00", 2);
    QTest::newRow("125") << 125 << QByteArray("\x81\x7d", 2);
    QTest::newRow("126") << 126 << QByteArray("\x81\x7e\x00\x7e", 4);
    QTest::newRow("65535") << 65535 << QByteArray("\x81\x7e\xff\xff", 4);
    QTest::newRow("65536") << 65536 << QByteArray("\x81\x7f\x00\x00\x00\x00\x00\x01\x00\x00", 10);
}

void tst_WebSocketFrame::encodes()
{
    QFETCH(const int, size);
    QFETCH(const QByteArray, header);
    const QByteArray payload(size, 'q');
    QCOMPARE(SharedFrame::text(payload).bytes, header + payload);
}

void tst_WebSocketFrame::closeReasonIsCutAtACharacter()
{
    QCOMPARE(SharedFrame::close(1001, "bye").bytes, QByteArray("\x88\x05\x03\xe9") + "bye");
    QByteArray reason(122, 'a');
    reason += "€€"; // the first one would end at 125
    const QByteArray bytes = SharedFrame::close(1000, reason).bytes;
    QCOMPARE(bytes.size(), 2 + 2 + 122);
    QCOMPARE(SharedFrame::control(Opcode::Ping, QByteArray(300, 'x')).bytes.size(), 2 + 125);
}

RELEVO_TEST(tst_WebSocketFrame)
#include "tst_websocketframe.moc"
