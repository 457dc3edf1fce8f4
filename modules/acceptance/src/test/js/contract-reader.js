// Reads whole topics with KafkaJS and its registry client, and prints every record as a line of JSON.
//
//   node contract-reader.js BROKERS REGISTRY TOPIC=RECORDS...
//
// Reads committed records only, from the beginning, until every topic has given as many as it is said to have. Values of
// topics whose name is preceded by "raw:" are bytes of anybody's, printed in base64.

import confluent from '@kafkajs/confluent-schema-registry';
import kafkajs from 'kafkajs';
import lz4 from 'lz4js';

const { Kafka, CompressionCodecs, CompressionTypes, logLevel } = kafkajs;
const { SchemaRegistry } = confluent;

// KafkaJS comes with gzip only; whoever reads topics of Kafka Streams needs the others.
CompressionCodecs[CompressionTypes.LZ4] = () => ({
  compress: async (encoder) => Buffer.from(lz4.compress(encoder.buffer)),
  decompress: async (buffer) => Buffer.from(lz4.decompress(buffer)),
});

const [brokers, registryUrl, ...wanted] = process.argv.slice(2);
const registry = new SchemaRegistry({ host: registryUrl });
const kafka = new Kafka({ clientId: 'contract-reader', brokers: brokers.split(','), logLevel: logLevel.WARN });

const raw = new Set();
const missing = new Map();
for (const word of wanted) {
  const [name, records] = word.split('=');
  const topic = name.replace(/^raw:/, '');
  if (topic !== name) {
    raw.add(topic);
  }
  missing.set(topic, Number(records));
}

const text = (bytes) => (bytes === null ? null : bytes.toString('utf8'));

async function value(topic, bytes) {
  if (bytes === null) {
    return null;
  }
  return raw.has(topic) ? bytes.toString('base64') : registry.decode(bytes);
}

function headers(record) {
  const all = Object.entries(record.headers ?? {});
  return Object.fromEntries(all.map(([name, bytes]) => [name, text(bytes)]));
}

const consumer = kafka.consumer({ groupId: `contract-reader-${process.pid}`, retry: { retries: 2 } });

function readAll() {
  return new Promise((done, failed) => {
    consumer.on(consumer.events.CRASH, ({ payload }) => failed(payload.error));
    consumer.run({
      eachMessage: async ({ topic, partition, message }) => {
        const line = {
          topic,
          partition,
          offset: message.offset,
          key: text(message.key),
          headers: headers(message),
          value: await value(topic, message.value),
        };
        process.stdout.write(`${JSON.stringify(line)}\n`);
        missing.set(topic, missing.get(topic) - 1);
        if ([...missing.values()].every((records) => records <= 0)) {
          done();
        }
      },
    }).catch(failed);
  });
}

await consumer.connect();
await consumer.subscribe({ topics: [...missing.keys()], fromBeginning: true });
await readAll();
await consumer.disconnect();
